/*
name: core_survey_answers
title: Answers of young people and parents
grain: one row per form and question answered
reads: [core_surveys]
source: A1 (SUR-01 to SUR-04, PRE-07, PRE-08), C3 (1-10 and 5-point scales in one column)
notes: >
  A question left blank is no answer and is in no base. Where no scale is said, the one the question was written
  on is taken: 10 points for the enjoyment of IMPACT, 5 for all others. The two best answers are 4 and 5 of five
  points and 7 to 10 of ten, two points of ten for one of five. An answer of a kind of respondent that the
  question is not put to is left out.
*/
WITH answers AS (
    SELECT
        response_id,
        survey_round,
        respondent_type,
        question,
        answer_score,
        CAST(survey_date AS DATE) AS answer_date,
        COALESCE(
            survey_scale,
            CASE WHEN question = 'Enjoyment of IMPACT' THEN '10-point' ELSE '5-point' END
        ) AS answer_scale
    FROM core_surveys
    WHERE answer_score IS NOT NULL
)

SELECT
    response_id,
    question,
    survey_round,
    answer_date,
    answer_scale,
    CASE
        WHEN answer_score >= CASE WHEN answer_scale = '10-point' THEN 7 ELSE 4 END THEN 1
        ELSE 0
    END AS is_one_of_two_best,
    CASE WHEN answer_score = 10 THEN 1 ELSE 0 END AS is_ten
FROM answers
WHERE
    (question = 'Child less likely to offend' AND respondent_type = 'Parent or carer')
    OR (question <> 'Child less likely to offend' AND respondent_type = 'Young person')
ORDER BY response_id, question
