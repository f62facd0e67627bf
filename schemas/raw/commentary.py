"""The commentary extract: what the owners of measures say of their figures."""

from __future__ import annotations

from schemas import fields_board as b
from schemas import fields_published as p
from schemas import predicates_words as words
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import BOARD_FILE

COMMENTARY = Extract(
    name="commentary",
    number=76,
    source="board",
    title="Commentary",
    grain="one row per measure",
    columns=(
        Column(p.MEASURE_ID, 1, synonyms=("measure", "indicator", "measure reference")),
        Column(b.COMMENT, 2, nullable=True, synonyms=("commentary", "owner's comment", "what the figure shows")),
        Column(b.CAUSE, 3, nullable=True, synonyms=("causes", "reason", "why")),
        Column(b.ACTION, 4, nullable=True, synonyms=("actions", "action taken", "what is being done")),
        Column(b.OWNER, 5, nullable=True, synonyms=("measure owner", "lead officer", "lead")),
        Column(
            b.DUE, 6, nullable=True, about="Day by which the action is to be done.", synonyms=("by when", "due date")
        ),
        Column(
            b.MILESTONE_STATUS,
            7,
            required=False,
            nullable=True,
            about="How the action stands.",
            synonyms=("progress", "action status"),
        ),
        Column(b.COMMENT_QUARTER, 8, required=False, nullable=True, synonyms=("for quarter", "data quarter")),
        Column(b.MEASURE_TITLE, 9, required=False, nullable=True, keep=False, synonyms=("name of the measure",)),
    ),
    key=("measure_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-7601",
            "stop-row",
            "cross-field",
            ("measure_id",),
            "There is no such measure; the words stand on no page.",
            "the key of a measure of the pack, as in the workbook that was given out",
            BOARD_FILE,
            words.known_measure("measure_id"),
        ),
        Rule(
            "YJ-X-7602",
            "stop-row",
            "cross-field",
            ("quarter",),
            "The words are about another quarter.",
            "words written for the quarter of the return, in the workbook given out for it",
            "Have the owner look at the words, write this quarter into the row, then send the workbook again.",
            words.of_quarter("quarter"),
        ),
        shared.names_nobody(76, 3, "comment"),
        shared.names_nobody(76, 4, "cause"),
        shared.names_nobody(76, 5, "action"),
    ),
    max_stopped_share=1.0,
)
