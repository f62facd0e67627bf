"""Code lists of persons, offences, hearings, remand, education and accommodation (measures.md C2, B4)."""

from __future__ import annotations

from schemas.codelist import CodeList

YES_NO = CodeList(
    "yes_no",
    "measures.md C2",
    {"Yes": "Yes", "No": "No"},
    synonyms={"Y": "Yes", "True": "Yes", "T": "Yes", "1": "Yes", "N": "No", "False": "No", "F": "No", "0": "No"},
)
SEX = CodeList(
    "sex",
    "measures.md C2",
    {"Male": "Male", "Female": "Female", "Unknown": "Not recorded"},
    synonyms={
        "M": "Male", "1": "Male", "Boy": "Male",
        "F": "Female", "2": "Female", "Girl": "Female",
        "U": "Unknown", "0": "Unknown", "9": "Unknown", "Not known": "Unknown", "Not stated": "Unknown",
        "Indeterminate": "Unknown", "Other": "Unknown",
    },
)  # fmt: skip
ETHNICITY_GROUP = CodeList(
    "ethnicity_group",
    "Youth Justice Board; measures.md C2",
    {
        "White": "White British, Irish, Gypsy or Traveller, other White",
        "Mixed": "Mixed or multiple ethnic groups (dual heritage)",
        "Black or Black British": "African, Caribbean, other Black",
        "Asian or Asian British": "Indian, Pakistani, Bangladeshi, other Asian",
        "Other Ethnic Group": "Chinese, Arab, any other group",
        "Information not obtainable": "Not stated or not recorded",
    },
    synonyms={
        "Dual heritage": "Mixed", "Mixed or multiple": "Mixed", "Black": "Black or Black British",
        "Asian": "Asian or Asian British", "Chinese or other": "Other Ethnic Group",
        "Chinese or other ethnic group": "Other Ethnic Group", "Other": "Other Ethnic Group",
        "Not stated": "Information not obtainable", "Not known": "Information not obtainable",
        "Unknown": "Information not obtainable", "Refused": "Information not obtainable",
    },
)  # fmt: skip
ETHNICITY = CodeList(
    "ethnicity",
    "ONS census categories, 18+1 self-defined ethnicity codes; measures.md C1",
    {
        "W1": "White - British", "W2": "White - Irish", "W3": "White - Gypsy or Irish Traveller",
        "W9": "Any other White background",
        "M1": "White and Black Caribbean", "M2": "White and Black African", "M3": "White and Asian",
        "M9": "Any other mixed background",
        "A1": "Asian - Indian", "A2": "Asian - Pakistani", "A3": "Asian - Bangladeshi",
        "A9": "Any other Asian background",
        "B1": "Black - Caribbean", "B2": "Black - African", "B9": "Any other Black background",
        "O1": "Chinese", "O2": "Arab", "O9": "Any other ethnic group",
        "NS": "Not stated",
    },
    groups={
        **dict.fromkeys(("W1", "W2", "W3", "W9"), "White"),
        **dict.fromkeys(("M1", "M2", "M3", "M9"), "Mixed"),
        **dict.fromkeys(("A1", "A2", "A3", "A9"), "Asian or Asian British"),
        **dict.fromkeys(("B1", "B2", "B9"), "Black or Black British"),
        **dict.fromkeys(("O1", "O2", "O9"), "Other Ethnic Group"),
        "NS": "Information not obtainable",
    },
    synonyms={
        "White British": "W1", "British": "W1", "White Irish": "W2", "Irish": "W2", "Other White": "W9",
        "Gypsy or Irish Traveller": "W3", "Traveller": "W3", "Mixed White and Black Caribbean": "M1",
        "Mixed White and Black African": "M2", "Mixed White and Asian": "M3", "Other mixed": "M9",
        "Indian": "A1", "Pakistani": "A2", "Bangladeshi": "A3", "Other Asian": "A9", "Caribbean": "B1",
        "African": "B2", "Other Black": "B9", "A4": "O1", "Other": "O9", "Refused": "NS", "Not known": "NS",
        "Unknown": "NS", "Information not obtainable": "NS",
    },
)  # fmt: skip
HOME_AUTHORITY = CodeList(
    "home_authority",
    "measures.md C1",
    {"LEIC": "Leicestershire", "RUT": "Rutland", "CITY": "Leicester City", "OTHER": "Any other authority"},
    synonyms={
        "Leicestershire County Council": "LEIC", "Leics": "LEIC", "E10000018": "LEIC",
        "Rutland County Council": "RUT", "E06000017": "RUT",
        "Leicester": "CITY", "E06000016": "CITY", "Out of area": "OTHER",
    },
)  # fmt: skip
LOCALITY = CodeList(
    "locality",
    "Youth Justice Strategic Plan 2015-16, section 6; measures.md C2",
    {
        "North": "Melton, Charnwood",
        "South": "Rutland, Harborough, Blaby, Oadby and Wigston",
        "West": "North West Leicestershire, Hinckley and Bosworth",
    },
    synonyms={"North locality": "North", "South locality": "South", "West locality": "West"},
)
YJB_CATEGORY = CodeList(
    "yjb_category",
    "Youth Justice Board offence categories",
    {
        "ARSON": "Arson",
        "BREACH_OF_BAIL": "Breach of bail",
        "BREACH_OF_CONDITIONAL_DISCHARGE": "Breach of conditional discharge",
        "BREACH_OF_STATUTORY_ORDER": "Breach of statutory order",
        "CRIMINAL_DAMAGE": "Criminal damage",
        "DEATH_OR_INJURY_BY_DANGEROUS_DRIVING": "Death or injury by dangerous driving",
        "DOMESTIC_BURGLARY": "Domestic burglary",
        "DRUGS": "Drugs",
        "FRAUD_AND_FORGERY": "Fraud and forgery",
        "MOTORING_OFFENCES": "Motoring offences",
        "NON_DOMESTIC_BURGLARY": "Non-domestic burglary",
        "OTHER": "Other",
        "PUBLIC_ORDER": "Public order",
        "RACIALLY_AGGRAVATED": "Racially aggravated",
        "ROBBERY": "Robbery",
        "SEXUAL_OFFENCES": "Sexual offences",
        "THEFT_AND_HANDLING": "Theft and handling stolen goods",
        "VEHICLE_THEFT": "Vehicle theft or unauthorised taking",
        "VIOLENCE_AGAINST_THE_PERSON": "Violence against the person",
    },
    groups=dict.fromkeys(
        ("BREACH_OF_BAIL", "BREACH_OF_CONDITIONAL_DISCHARGE", "BREACH_OF_STATUTORY_ORDER"), "breach"
    ),
    synonyms={
        "Violence": "VIOLENCE_AGAINST_THE_PERSON", "VATP": "VIOLENCE_AGAINST_THE_PERSON",
        "Theft": "THEFT_AND_HANDLING", "Motoring": "MOTORING_OFFENCES", "Sexual": "SEXUAL_OFFENCES",
        "Burglary dwelling": "DOMESTIC_BURGLARY", "Burglary non dwelling": "NON_DOMESTIC_BURGLARY",
        "Breach": "BREACH_OF_STATUTORY_ORDER", "Fraud": "FRAUD_AND_FORGERY", "Drug offences": "DRUGS",
    },
)  # fmt: skip
COURT_TYPE = CodeList(
    "court_type",
    "case-management practice; measures.md C1",
    {"YOUTH": "Youth court", "MAGISTRATES": "Magistrates' court", "CROWN": "Crown Court", "OTHER": "Other court"},
    synonyms={"Magistrates court": "MAGISTRATES", "Adult magistrates": "MAGISTRATES", "Court of Appeal": "OTHER"},
)
REMAND_TYPE = CodeList(
    "remand_type",
    "measures.md B4, C2",
    {
        "UNCONDITIONAL_BAIL": "Unconditional bail",
        "CONDITIONAL_BAIL": "Conditional bail",
        "BAIL_SUPPORT": "Bail with a support programme",
        "BAIL_WITH_ISS": "Bail with intensive supervision and surveillance",
        "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION": "Remand to local authority accommodation",
        "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG": "The same, with a tag",
        "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_RADIO_TAG": "The same, with a radio tag",
        "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_GPS_TAG": "The same, with a GPS tag",
        "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_CURFEW": "The same, with a curfew",
        "COURT_ORDERED_SECURE_REMAND": "Court-ordered secure remand",
        "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION": "Remand to youth detention accommodation (from December 2012)",
        "REMAND_IN_CUSTODY": "Remand in custody",
    },
    groups={
        "UNCONDITIONAL_BAIL": "unconditional bail",
        **dict.fromkeys(("CONDITIONAL_BAIL", "BAIL_SUPPORT", "BAIL_WITH_ISS"), "conditional bail"),
        **dict.fromkeys(
            (
                "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION",
                "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG",
                "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_RADIO_TAG",
                "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_GPS_TAG",
                "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_CURFEW",
            ),
            "local authority accommodation",
        ),
        **dict.fromkeys(
            ("COURT_ORDERED_SECURE_REMAND", "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION", "REMAND_IN_CUSTODY"), "secure"
        ),
    },
    synonyms={
        "Bail with support": "BAIL_SUPPORT", "Bail supervision and support": "BAIL_SUPPORT",
        "Bail ISS": "BAIL_WITH_ISS", "Bail ISSP": "BAIL_WITH_ISS", "RLAA": "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION",
        "Secure remand": "COURT_ORDERED_SECURE_REMAND", "COSR": "COURT_ORDERED_SECURE_REMAND",
        "RYDA": "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION", "Remanded in custody": "REMAND_IN_CUSTODY",
    },
)  # fmt: skip
BAIL_PACKAGE = CodeList(
    "bail_package",
    "measures.md C1",
    {"none": "No package", "ISS": "Intensive supervision and surveillance", "support": "Bail support"},
    synonyms={"No": "none", "ISSP": "ISS", "Bail supervision and support": "support"},
)
CARE_STATUS = CodeList(
    "care_status",
    "Children Act 1989 legal statuses, grouped",
    {
        "NOT_LOOKED_AFTER": "Not looked after",
        "LOOKED_AFTER_S20": "Accommodated under section 20",
        "LOOKED_AFTER_S31": "Care order, section 31",
        "LOOKED_AFTER_REMAND": "Looked after through remand",
        "CARE_LEAVER": "Care leaver",
        "CHILD_IN_NEED": "Child in need",
        "CHILD_PROTECTION_PLAN": "Child protection plan",
        "NOT_KNOWN": "Not known",
    },
    synonyms={"None": "NOT_LOOKED_AFTER", "S20": "LOOKED_AFTER_S20", "S31": "LOOKED_AFTER_S31"},
)
ETE_PROVISION = CodeList(
    "ete_provision",
    "measures.md C2",
    {
        "MAINSTREAM_SCHOOL": "Mainstream school",
        "SCHOOL_FULL_TIME": "School, full time",
        "SCHOOL_PART_TIME": "School, part time",
        "PUPIL_REFERRAL_UNIT": "Pupil referral unit",
        "PUPIL_REFERRAL_UNIT_FULL_TIME": "Pupil referral unit, full time",
        "PUPIL_REFERRAL_UNIT_PART_TIME": "Pupil referral unit, part time",
        "ALTERNATIVE_PROVISION": "Alternative provision",
        "ALTERNATIVE_PROVISION_FULL_TIME": "Alternative provision, full time",
        "ALTERNATIVE_PROVISION_PART_TIME": "Alternative provision, part time",
        "ALTERNATIVE_PROVISION_ABOVE_SCHOOL_AGE": "Alternative provision above school age",
        "ELECTIVELY_HOME_EDUCATED": "Electively home educated",
        "COLLEGE": "College",
        "UNIVERSITY": "University",
        "TRAINING_COURSE_APPRENTICESHIP": "Training course or apprenticeship",
        "TRAINEESHIP": "Traineeship",
        "SUPPORTED_INTERNSHIP": "Supported internship",
        "EDUCATION_RE_ENGAGEMENT_PROGRAMME": "Education re-engagement programme",
        "MENTORING_CIRCLE": "Mentoring circle",
        "EMPLOYMENT": "Employment",
        "FULL_TIME_EMPLOYMENT": "Full-time employment",
        "PART_TIME_EMPLOYMENT": "Part-time employment",
        "SELF_EMPLOYMENT": "Self-employment",
        "VOLUNTARY_WORK": "Voluntary work",
        "OTHER": "Other",
        "NONE": "None",
    },
    synonyms={
        "School": "MAINSTREAM_SCHOOL", "PRU": "PUPIL_REFERRAL_UNIT", "Home educated": "ELECTIVELY_HOME_EDUCATED",
        "Further education": "COLLEGE", "Training": "TRAINING_COURSE_APPRENTICESHIP",
        "Apprenticeship": "TRAINING_COURSE_APPRENTICESHIP", "NEET": "NONE", "Unemployed": "NONE",
    },
)  # fmt: skip
SUITABILITY = CodeList(
    "suitability",
    "measures.md C2",
    {"SUITABLE": "Suitable", "UNSUITABLE": "Unsuitable", "UNKNOWN": "Not known"},
    synonyms={"Yes": "SUITABLE", "Y": "SUITABLE", "No": "UNSUITABLE", "N": "UNSUITABLE", "Not suitable": "UNSUITABLE"},
)
ACCOMMODATION_TYPE = CodeList(
    "accommodation_type",
    "measures.md C2",
    {
        "LIVING_WITH_PARENT_S": "Living with one or both parents",
        "LIVING_WITH_FAMILY_NOT_PARENTS": "Living with family other than parents",
        "LIVING_WITH_FRIENDS": "Living with friends",
        "AT_HOME": "At home",
        "FOSTER_CARE_LA": "Foster care, local authority",
        "FOSTER_CARE_PRIVATE": "Foster care, private",
        "RESIDENTIAL_UNIT_LA": "Residential unit, local authority",
        "RESIDENTIAL_UNIT_PRIVATE": "Residential unit, private",
        "RESIDENTIAL_UNIT_SECURE": "Residential unit, secure",
        "SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS": "Supported accommodation or lodgings",
        "TEMPORARY_ACCOMMODATION": "Temporary accommodation",
        "BAIL_HOSTEL": "Bail hostel",
        "HOSPITAL": "Hospital",
        "INDEPENDENT_LIVING": "Living independently",
        "TRAVELLER_SITE": "Traveller site",
        "YOI": "Young offender institution",
        "STC": "Secure training centre",
        "SCH": "Secure children's home",
        "OTHER": "Other",
        "NOT_KNOWN": "Not known",
    },
    synonyms={
        "Parents": "LIVING_WITH_PARENT_S", "Living with parents": "LIVING_WITH_PARENT_S",
        "Living with parent": "LIVING_WITH_PARENT_S", "Living with parent(s)": "LIVING_WITH_PARENT_S",
        "Foster care": "FOSTER_CARE_LA", "Supported lodgings": "SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS",
        "Bed and breakfast": "TEMPORARY_ACCOMMODATION", "Unknown": "NOT_KNOWN",
    },
)  # fmt: skip

#: Authority that each of our districts, and each county or city, lies in.
AUTHORITY_OF_DISTRICT = {
    **{f"E07000{number}": "LEIC" for number in range(129, 136)},
    "E10000018": "LEIC",
    "E06000017": "RUT",
    "E06000016": "CITY",
}
#: Whether each kind of remand is secure (B4).
SECURE_BY_REMAND = {code: REMAND_TYPE.groups[code] == "secure" for code in REMAND_TYPE.codes}

LISTS = (
    YES_NO, SEX, ETHNICITY_GROUP, ETHNICITY, HOME_AUTHORITY, LOCALITY, YJB_CATEGORY, COURT_TYPE, REMAND_TYPE,
    BAIL_PACKAGE, CARE_STATUS, ETE_PROVISION, SUITABILITY, ACCOMMODATION_TYPE,
)  # fmt: skip
