"""What a certified device may ask: to deliver, its state, its batch, and what its role may see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from central_server.arrival_facts import ArrivalFacts
from central_server.batches import IssuedManifest, contents_for, find_manifest, manifest_for
from central_server.delivery import TakeIn, open_packets
from central_server.devices import Device, Keyring, device_rows
from central_server.failures import Refused
from central_server.http.describing import answers, sealed_body
from central_server.http.requests import Asked, Headers, answered
from central_server.log import OpenGroup
from central_server.own_packets import collect_own
from central_server.panels import collect
from central_server.progress import progress
from central_server.releases import find_release, open_cases, release_for
from central_server.restored import awaits
from central_server.revocation import changes_for
from central_server.rounds import current_round
from central_server.server import Server
from central_server.six_words import require_heard
from central_server.writer import Finish
from review_protocol.canonical import from_base64, parse_canonical, to_base64
from review_protocol.documents.answers import (
    BatchAnswer,
    DeliveryAnswer,
    PacketsAnswer,
    ProgressAnswer,
    RefusalCode,
    StateAnswer,
)
from review_protocol.documents.people import Role
from review_protocol.exchange import (
    BATCH,
    DELIVERY_INFO,
    PACKETS,
    PROGRESS,
    STATE,
    UPLOAD_LIMIT,
    Delivery,
)
from review_protocol.failures import CannotOpen, MalformedDocument, NotCanonical
from review_protocol.sealing import open_sealed

_Collecting = Callable[..., PacketsAnswer]


class DeskResources:
    """Resources for requests signed by a device."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._facts = ArrivalFacts(server.issuer.deployment)
        self._opening = Lock()

    def router(self) -> APIRouter:
        """The routes of these resources."""
        routes = APIRouter(tags=["desk"], default_response_class=Response)
        routes.post(
            PACKETS,
            responses=answers(DeliveryAnswer, "What became of each packet", 401, 413),
            openapi_extra=sealed_body(Delivery, "Sealed to the intake key; aad is the key id"),
        )(self.deliver)
        routes.get(STATE, responses=answers(StateAnswer, "Log, round and devices", 401, 403))(
            self.state
        )
        routes.get(
            BATCH, responses=answers(BatchAnswer, "The manifest and its releases", 401, 403, 404)
        )(self.batch)
        routes.get(
            PACKETS, responses=answers(PacketsAnswer, "Packets the asker may see", 401, 403)
        )(self.packets)
        routes.get(PROGRESS, responses=answers(ProgressAnswer, "Counts, never a score", 401, 403))(
            self.progress
        )
        return routes

    async def deliver(self, request: Request, headers: Headers) -> Response:
        """Deliver signed packets; one that is known gets its stored receipt again, for ever."""
        return await answered(
            self._server, request, headers, self._deliver, limit=UPLOAD_LIMIT, revoked_too=True
        )

    async def state(
        self,
        request: Request,
        headers: Headers,
        size: Annotated[int, Query(ge=0, lt=2**53, description="Size of the log known")] = 0,
        root: Annotated[
            str | None, Query(pattern="^[0-9a-f]{64}$", description="Root of the log known")
        ] = None,
    ) -> Response:
        """Everything that a desk asks at a sync: the log's growth, the round, its devices."""
        return await answered(
            self._server,
            request,
            headers,
            lambda asked: self._state(asked, size),
            revoked_too=True,
        )

    async def batch(self, request: Request, headers: Headers) -> Response:
        """The asker's manifest, and the release of what they declared on without a conflict."""
        return await answered(self._server, request, headers, self._batch)

    async def packets(
        self,
        request: Request,
        headers: Headers,
        after: Annotated[int, Query(ge=0, lt=2**53, description="The leaf to begin with")] = 0,
        whose: Annotated[
            Literal["seen", "own"], Query(description="own: the asker's, of all their devices")
        ] = "seen",
        assignments: Annotated[
            Literal["always", "once"], Query(description="once: on the last page alone, where new")
        ] = "always",
    ) -> Response:
        """Packets for chairs and the head, for staff once a round is closed; the discussion of a
        case for who takes part in it; or one's own."""
        seen = partial(collect, assignments_once=assignments == "once")
        collecting = seen if whose == "seen" else collect_own
        return await answered(
            self._server, request, headers, lambda asked: self._packets(asked, after, collecting)
        )

    async def progress(self, request: Request, headers: Headers) -> Response:
        """Who has declared and delivered how much, for staff."""
        return await answered(self._server, request, headers, self._progress)

    def _deliver(self, asked: Asked) -> DeliveryAnswer:
        server, device = self._server, asked.device
        try:
            aad = device.kid.encode("ascii")
            body = open_sealed(server.keys.intake, asked.body, info=DELIVERY_INFO, aad=aad)
            posted = Delivery.from_fields(parse_canonical(body))
            envelopes = [from_base64(each) for each in posted.packets]
        except (CannotOpen, MalformedDocument, NotCanonical) as error:
            raise Refused(RefusalCode.MALFORMED, type(error).__name__) from error
        # one at a time: two would share Python's lock, and both be late; so they also keep order
        with self._opening:
            delivery = open_packets(envelopes, Keyring(server.store, device).find, server.verifying)
            server.limiter.require_packets(device.kid, len(envelopes))
            server.limiter.require_room(delivery.packets)
            work = TakeIn(delivery, self._facts, server.clock, server.issuer)
            unit = server.writer.submit(work, weight=len(envelopes)) if delivery.packets else None
        arrived = () if unit is None else server.committed(unit)
        return DeliveryAnswer(
            nonce=asked.nonce,
            arrived=arrived,
            rejected=delivery.rejected,
            request_nonce=server.nonces.fresh(),
        )

    def _state(self, asked: Asked, size: int) -> StateAnswer:
        """A revoked device is told what became of its packets, and nothing of what goes on."""
        server, person, revoked = self._server, asked.device.person, asked.device.revoked
        manifest = None if revoked else self._manifest(asked.device)
        with server.store.read() as connection:
            return StateAnswer(
                nonce=asked.nonce,
                time=server.now(),
                log=server.log.view(connection, size),
                round=current_round(connection),
                manifest=None if manifest is None else manifest.id,
                devices=() if revoked else device_rows(connection, person.id),
                changes=changes_for(connection, server.log, person.id),
                request_nonce=server.nonces.fresh(),
            )

    def _batch(self, asked: Asked) -> BatchAnswer:
        manifest = self._manifest(asked.device)
        if manifest is None:
            raise Refused(RefusalCode.NO_BATCH, "nothing is assigned")
        releases = self._releases(asked.device, manifest)
        return BatchAnswer(
            nonce=asked.nonce,
            manifest=to_base64(manifest.envelope),
            releases=tuple(to_base64(each) for each in releases),
            request_nonce=self._server.nonces.fresh(),
        )

    def _packets(self, asked: Asked, after: int, collecting: _Collecting) -> PacketsAnswer:
        server = self._server
        with server.store.read() as connection:
            return collecting(
                connection,
                server.log,
                asked.device,
                after=after,
                nonce=asked.nonce,
                request_nonce=server.nonces.fresh(),
            )

    def _progress(self, asked: Asked) -> ProgressAnswer:
        server = self._server
        if asked.device.person.role is not Role.STAFF:
            raise Refused(RefusalCode.NOT_PERMITTED, "progress is for staff")
        require_heard(asked.device)
        with server.store.read() as connection:
            return progress(
                connection,
                server.log,
                now=server.now(),
                nonce=asked.nonce,
                request_nonce=server.nonces.fresh(),
            )

    def _manifest(self, device: Device) -> IssuedManifest | None:
        """The person's manifest; a new one is written only where the content changed.

        None while a restored server waits for its operator.
        """
        server, person = self._server, device.person
        with server.store.read() as connection:
            waits = awaits(connection, device.kid)
            contents = None if waits else contents_for(connection, person)
            found = None if contents is None else find_manifest(connection, contents)
        if contents is None or found is not None:
            return found

        def work(group: OpenGroup) -> Finish[IssuedManifest | None]:
            issued = manifest_for(group.connection, person, server.issuer, server.now())
            return lambda _: issued

        return server.commit(work)

    def _releases(self, device: Device, manifest: IssuedManifest) -> Sequence[bytes]:
        server = self._server
        with server.store.read() as connection:
            found = find_release(connection, device, manifest)
            cases = open_cases(connection, device.person.id, manifest.document)
        if found is not None or not cases or device.awaits_words:
            return () if found is None else (found,)

        def work(group: OpenGroup) -> Finish[bytes | None]:
            made = release_for(group.connection, device, manifest, server.issuer, server.now())
            return lambda _: made

        made = server.commit(work)
        return () if made is None else (made,)
