"""The library as an application: addresses, who is let in, and what every answer says to browsers.

What belongs here: thin routes over `shelf`, `changed`, `pages`, `handing_out` and `access`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipelines.library.access import RefusedError, Visitor, visitor_of
from pipelines.library.changed import Changes
from pipelines.library.handing_out import (
    NOT_MODIFIED,
    UnfitError,
    answer_published,
    answer_repair,
    published_file,
)
from pipelines.library.pages import STYLE, Pages
from pipelines.library.said import TROUBLES
from pipelines.library.shelf import Shelf, number_of, quarter_of
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

_LOG = logging.getLogger("board_returns.library")
_METHODS = ("GET", "HEAD")
STYLE_PATH = "/style.css"
#: No script, no picture, no frame, nothing from elsewhere: the pages are text and one stylesheet.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}
NOT_FOUND, FORBIDDEN, WRONG_METHOD, CONFLICT, UNAVAILABLE, OUR_FAULT = 404, 403, 405, 409, 503, 500


@dataclass(frozen=True)
class Library:
    """What the routes work on.

    Attributes:
        place: the service's workplace.
        shelf: what there is.
        changes: what changed.
        pages: how it is shown.
    """

    place: Workplace
    shelf: Shelf
    changes: Changes
    pages: Pages

    def trouble(self, status: int) -> HTMLResponse:
        """The page of a trouble; it repeats nothing of what was asked."""
        one = TROUBLES[status]
        return HTMLResponse(self.pages.trouble(one.code, one.title, one.words, one.fix), status)

    def refuse(self, quarter_slug: str, who: str, subject: str, reason: str) -> None:
        """Say in the audit and in the log that a file was not handed out."""
        detail = {"reason": reason}
        self.place.register.audit.record("refused", quarter_slug=quarter_slug, who=who, subject=subject, detail=detail)
        _LOG.warning("BR-722: %s was not handed out (%s).", subject, reason)


Endpoint = Callable[[Request], Response]
View = Callable[[Library, Visitor, Request], Response]


def create_app(place: Workplace, editions: Mapping[str, str], measures: Mapping[str, str]) -> Starlette:
    """The library of one service.

    Args:
        place: the service's workplace.
        editions: name of each edition by its key.
        measures: title of each measure by its id.
    """
    service, url = place.service, place.settings.library_url
    pages = Pages(service.name, service.contact, urlsplit(url or "").path.rstrip("/"))
    library = Library(place, Shelf(place, editions), Changes(place, measures), pages)
    views: dict[str, View] = {
        "/": _quarters,
        "/returns": _quarters,
        "/returns/{quarter}": _quarter,
        "/returns/{quarter}/{version}": _changes,
        "/returns/{quarter}/{version}/{edition}": _edition,
        "/repairs/{quarter}": _repair,
        "/about": _about,
    }
    routes = [Route(path, _guarded(library, view)) for path, view in views.items()]
    routes.append(Route(STYLE_PATH, _style))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Headed), Middleware(ReadersOnly, library=library)],
        exception_handlers={HTTPException: lambda _, error: library.trouble(_known_status(error))},
    )
    # Else a stroke too many would be answered by an address, under whatever name the caller says is ours.
    app.router.redirect_slashes = False
    return app


class Headed:
    """Puts on every answer, whatever made it, what it says to browsers.

    Args:
        app: the application within.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers put on."""

        async def headed(message: Message) -> None:
            """Pass a message on; the one that begins an answer with our headers."""
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, headed)


class ReadersOnly:
    """Answers nothing but questions: no other method gets as far as a page.

    Args:
        app: the application within.
        library: makes the page that says so.
    """

    def __init__(self, app: ASGIApp, library: Library) -> None:
        self._app = app
        self._library = library

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what only reads."""
        if scope["type"] == "http" and scope["method"] not in _METHODS:
            refused = self._library.trouble(WRONG_METHOD)
            refused.headers["Allow"] = ", ".join(_METHODS)
            await refused(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _known_status(error: Exception) -> int:
    status = error.status_code if isinstance(error, HTTPException) else OUR_FAULT
    return status if status in TROUBLES else NOT_FOUND


def _guarded(library: Library, view: View) -> Endpoint:
    """The view, for those who may read; troubles are pages of their own."""

    @wraps(view)
    def endpoint(request: Request) -> Response:
        """The page or file asked for, or the page of what stands in the way."""
        settings = library.place.settings
        address = request.client.host if request.client else ""
        try:
            visitor = visitor_of(address, request.headers, settings.library, settings.library_url)
            return view(library, visitor, request)
        except RefusedError as refused:
            return _refused(library, request, refused)
        except BoardReturnsError as error:
            _LOG.warning("%s: a page could not be made.", error.code)
            return library.trouble(UNAVAILABLE)
        except HTTPException:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, its text must not reach a log
            _LOG.error("BR-725: a page could not be made (%s).", type(error).__name__)
            return library.trouble(OUR_FAULT)

    return endpoint


def _refused(library: Library, request: Request, refused: RefusedError) -> Response:
    """The page for somebody who may not read; where a file was asked for, the audit is told."""
    quarter = quarter_of(request.path_params.get("quarter", ""))
    if quarter is not None and ("edition" in request.path_params or request.url.path.startswith("/repairs/")):
        try:
            library.refuse(quarter.slug, refused.who or "not known", "file", refused.reason)
        except BoardReturnsError as error:
            _LOG.warning("%s: a refusal could not be kept.", error.code)
    return library.trouble(FORBIDDEN)


def _quarter_asked(request: Request) -> Quarter:
    """The quarter in the address.

    Raises:
        HTTPException: there is none of that name.
    """
    quarter = quarter_of(request.path_params["quarter"])
    if quarter is None:
        raise HTTPException(NOT_FOUND)
    return quarter


def _number_asked(request: Request) -> int:
    """The version in the address.

    Raises:
        HTTPException: it is none.
    """
    number = number_of(request.path_params["version"])
    if number is None:
        raise HTTPException(NOT_FOUND)
    return number


def _quarters(library: Library, visitor: Visitor, _: Request) -> Response:
    listed = library.shelf.quarters(with_repairs=visitor.sees_repairs)
    return HTMLResponse(library.pages.quarters(visitor, listed))


def _quarter(library: Library, visitor: Visitor, request: Request) -> Response:
    quarter = _quarter_asked(request)
    versions = library.shelf.versions(quarter)
    repair = visitor.sees_repairs and library.shelf.repair(quarter) is not None
    if not versions and not repair:
        raise HTTPException(NOT_FOUND)
    late = library.shelf.out_of_date(quarter) if visitor.sees_changes else None
    return HTMLResponse(library.pages.quarter(visitor, quarter, versions, late, repair=repair))


def _changes(library: Library, visitor: Visitor, request: Request) -> Response:
    quarter, number = _quarter_asked(request), _number_asked(request)
    if library.shelf.version(quarter, number, "board") is None:
        raise HTTPException(NOT_FOUND)
    if not visitor.sees_changes:
        raise RefusedError("not for this role", visitor.name)
    return HTMLResponse(library.pages.changes(visitor, quarter, number, library.changes.of(quarter, number)))


def _edition(library: Library, visitor: Visitor, request: Request) -> Response:
    quarter, number = _quarter_asked(request), _number_asked(request)
    version = library.shelf.version(quarter, number, request.path_params["edition"])
    if version is None:
        raise HTTPException(NOT_FOUND)
    subject = f"{version.edition} v{number}"
    try:
        path = published_file(library.shelf, version)
    except UnfitError:
        library.refuse(quarter.slug, visitor.name, subject, "not what was published")
        return library.trouble(CONFLICT)
    answer = answer_published(path, version, request.headers)
    _note_download(library, visitor, request, answer, subject, version.sha256)
    return answer


def _repair(library: Library, visitor: Visitor, request: Request) -> Response:
    quarter = _quarter_asked(request)
    if not visitor.sees_repairs:
        raise RefusedError("not for this role", visitor.name)
    path = library.shelf.repair(quarter)
    if path is None:
        raise HTTPException(NOT_FOUND)
    answer, digest = answer_repair(path, quarter, request.headers)
    _note_download(library, visitor, request, answer, "errors workbook", digest)
    return answer


def _note_download(
    library: Library, visitor: Visitor, request: Request, answer: Response, subject: str, digest: str
) -> None:
    """Say in the audit who is about to be given what; nothing is given where that cannot be kept."""
    if request.method != "GET" or answer.status_code == NOT_MODIFIED:
        return
    quarter_slug = request.path_params["quarter"]
    detail: dict[str, str | int] = {"sha256": digest, "role": visitor.role.name.lower()}
    if "range" in request.headers:
        detail["part"] = 1
    library.place.register.audit.record(
        "download", quarter_slug=quarter_slug, who=visitor.name, subject=subject, detail=detail
    )


def _about(library: Library, visitor: Visitor, _: Request) -> Response:
    return HTMLResponse(library.pages.about(visitor))


def _style(_: Request) -> Response:
    return FileResponse(STYLE, media_type="text/css")
