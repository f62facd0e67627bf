"""Which measures read which extract, as the headers of the SQL files say.

Generated: `python -m pipelines.cli.docs --measures-read` writes it, nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LINES = """
accommodation: ACC-01 KPI-01

appropriate_adults: AAP-01 AAP-02

asb_calls: PRE-06

asb_cases: PRE-02

assessments: ASS-01 REO-09 SCA-01 SCA-02 SCA-03 SCA-04

bank_holidays: KPI-04 KPI-05 MH-01 MH-02 REO-09 SM-01 SM-02 SM-03

board_attendance: BRD-01 KPI-08

care_status: KPI-07 REO-09

child_to_parent_violence: PAR-03

contacts: SCA-04

crd: CRD-01 CRD-02

ete_status: EET-01 EET-02 KPI-02 REO-09 REO-10

events: COM-01 PRS-01

exploitation: CSE-01 CSE-02

finance_actual: FIN-07

finance_budget: FIN-01 FIN-02 FIN-03 FIN-04 FIN-06 FIN-07

finance_savings: FIN-05

group_work: GRP-01 GRP-02 GRP-03 UPW-03

home_offences: HOM-01 HOM-02

impact_areas: PRE-03 PRE-04 PRE-05 PRE-06

impact_contacts: PRE-05

interventions: ACC-01 CSE-01 EET-01 EET-02 KPI-01 KPI-02 KPI-03 KPI-04 KPI-05 KPI-07 KPI-10 NSC-01 NSC-02 ORD-01
ORD-02 ORD-03 ORD-04 PAR-01 PAR-02 PAR-03 REO-01 REO-06 REO-08 REO-09 REO-10 REP-01 SCA-01 SCA-02 SCA-03 SCA-04 TF-01
TRN-01 TRN-03 UPW-01 UPW-02 VIC-01 VIC-02 VIC-03

iss: ISS-01 ISS-02 ISS-03

mappa: HRM-01

mental_health: KPI-04 MH-01 MH-02

moj_cohort: REO-02 REO-03 REO-04 REO-05

moj_custody: CUS-04

moj_national_reoffending: REO-07

offence_intervention: KPI-01 KPI-02 KPI-03 KPI-04 KPI-05 KPI-07

offences: CUS-01 CUS-02 CUS-03 ETH-01 ETH-02 ETH-03 FTE-01 FTE-02 FTE-03 FTE-04 FTE-05 KPI-09 PRE-01 PRE-02 REO-01
REO-06 REO-08 REO-09 REO-10 VIC-01 VIC-02 VIC-03

order_standards: NSC-01 NSC-02

out_of_court: KPI-06 OOC-01 OOC-02

outcomes: CUS-01 CUS-02 CUS-03 ETH-01 ETH-02 ETH-03 FTE-01 FTE-02 FTE-03 FTE-04 FTE-05 KPI-01 KPI-02 KPI-03 KPI-04
KPI-05 KPI-07 KPI-09 PRE-01 PRE-02 REO-01 REO-06 REO-08 REO-09 REO-10 VIC-01 VIC-02 VIC-03

parenting: PAR-01 PAR-02 PAR-04 PAR-05

persons: AAP-01 AAP-02 ACC-01 ASS-01 BSP-01 CSE-01 CSE-02 CUS-01 CUS-02 CUS-03 EET-01 EET-02 ETH-01 ETH-02 ETH-03
FTE-01 FTE-02 FTE-03 FTE-04 FTE-05 GRP-01 GRP-02 GRP-03 HOM-01 HOM-02 HRM-01 ISS-01 ISS-02 ISS-03 KPI-01 KPI-02 KPI-03
KPI-04 KPI-05 KPI-06 KPI-07 KPI-09 KPI-10 MH-01 MH-02 NSC-01 NSC-02 OOC-01 OOC-02 ORD-01 ORD-02 ORD-03 ORD-04 PAN-01
PAR-01 PAR-02 PAR-03 PAR-04 PAR-05 PRE-01 PRE-02 REM-01 REM-02 REO-01 REO-06 REO-08 REO-09 REO-10 REP-01 RES-01 RES-02
SCA-01 SCA-02 SCA-03 SCA-04 SM-01 SM-02 SM-03 TF-01 TRN-01 TRN-02 TRN-03 UPW-01 UPW-02 UPW-03 VIC-01 VIC-02 VIC-03
YSP-01 YSP-02

population: ETH-01 ETH-03 FTE-05

priorities: PRI-01

qa_audits: QA-01 QA-02

remand_episodes: BSP-01 REM-01 REM-02

reparation: REP-01 UPW-01 UPW-02

resettlement: RES-01 RES-02

risk_panels: PAN-01

risks: RSK-01

send: KPI-03 REO-09

serious_incidents: HRM-02

staff_training: TRG-01

substance_misuse: KPI-05 REO-09 SM-01 SM-02 SM-03

supporting_families: TF-01

surveys: PRE-07 PRE-08 SUR-01 SUR-02 SUR-03 SUR-04

targets: FTE-03 REO-08

transitions: TRN-01 TRN-02 TRN-03

unit_costs: UNI-01

victims: KPI-10 VIC-01 VIC-02 VIC-03

volunteer_hours: VOL-02 VOL-03

volunteers: VOL-01 VOL-04

workforce: TRG-01 WF-01 WF-02 WF-03 WF-04

yisp: PRE-01 YSP-01 YSP-02"""

#: Extract -> ids of the measures that rest on it, through the core tables, sorted.
MEASURES_READ: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name.strip(): tuple(ids.split()) for name, _, ids in (line.partition(":") for line in _LINES.split("\n\n"))}
)
