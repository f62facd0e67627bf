"""Common slips of spelling, looked for in the product's own words; a reader still has to read them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+")
_TWICE = re.compile(r"\b([a-z]{2,}) \1\b")
#: Words that may rightly follow themselves.
_MAY_REPEAT = frozenset({"had", "that"})
_LIST = """
accomodation acheive acheived acording adress agressive allegedy alot amoung apparant appropiate
assesment assesments availible begining beleive buisness calender catagory cautionned commited commitee comittee
comparision concious consistant convicion definately definiton develope differance dissapear
educaton eligable embarass employement enviroment explaination finaly foward goverment grammer guage guidence
harrass hearng immediatly indictator independant infomation intepretation intervension interventon
justise knowlege liason maintainance measurment mispell neccessary necesary noticable occassion occured occurence
offendor offendors offerred ommission oppurtunity outcom outcomess paralel percentge perfomance persistant possable
postion preceeding prefered prevelance privelege probaly proceedure programe publically quaterly questionaire
reccomend recieve recieved recieves refered referal referals relevent remmand reoffendng restauration seperate
seperately sentance sentanced similiar statisics statment succesful supress suprise teh thier
threshhold tommorow untill usefull vaccancy vicitm volunter wensday whereever wich witheld writting yeild
"""
SLIPS = frozenset(_LIST.split())


def is_slip(text: str) -> bool:
    """True when a text holds a common slip, or a word twice in a row.

    Args:
        text: words of our own.
    """
    words = {word.lower() for word in _WORD.findall(text)}
    return bool(words & SLIPS) or any(word not in _MAY_REPEAT for word in _TWICE.findall(text.lower()))
