"""Sending one alert by e-mail through the council's relay.

What belongs here: the message and the talk with the relay. What the relay answers is told by nobody: it may repeat what
it was sent.
"""

from __future__ import annotations

import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from pipelines.platform.alert_settings import AlertSettings

_CALLED = "localhost"


def message_of(settings: AlertSettings, subject: str, body: str, now: datetime) -> EmailMessage:
    """The e-mail, in plain text.

    Args:
        settings: from whom, to whom.
        subject: its subject.
        body: its text.
        now: when it is sent.
    """
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = settings.sender
    message["To"] = ", ".join(settings.recipients)
    message["Date"] = format_datetime(now)
    # Asks other programs not to answer that somebody is on leave.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    return message


def send(settings: AlertSettings, message: EmailMessage) -> bool:
    """Hand the e-mail to the relay.

    Returns:
        False where the relay cannot be reached or does not take it; nothing is raised.
    """
    try:
        # Else the library would ask the network what this machine is called, and tell the relay.
        with smtplib.SMTP(settings.smtp_host or "", settings.smtp_port, _CALLED, settings.seconds) as relay:
            _introduce(relay, settings)
            return not relay.send_message(message)
    except (OSError, smtplib.SMTPException):
        return False


def _introduce(relay: smtplib.SMTP, settings: AlertSettings) -> None:
    """Speak in secret and log in, where that is asked for."""
    if settings.security == "starttls":
        relay.starttls(context=ssl.create_default_context())
    if settings.user is not None:
        relay.login(settings.user, settings.password.get_secret_value() if settings.password else "")
