"""Where the way to a server ends: name, port, proxy, certificate, answer, signature, clock, log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from review_protocol.exchange import HELLO
from reviewer_app.errors import (
    AnswerCutOff,
    ConnectionStep,
    ExpectedFailure,
    Found,
    NoConnection,
    NotOurServer,
    UntrustedCertificate,
)
from reviewer_app.services.findings import Finding, Outcome, Step, StepFound
from reviewer_app.services.probing import Patient
from reviewer_app.services.way import EndsHere, Told, Way, good
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.clock import Clock, moment, timestamp, utc_now
from reviewer_app.sync.http import ANSWER_LIMIT, Transport
from reviewer_app.sync.proxies import FROM_SYSTEM, ProxyChoice
from reviewer_app.sync.trust import TrustState

CLOCK_TOLERANCE = 300
"""Seconds that a clock may differ and still be called right."""

_ALWAYS = (Step.CLOCK, Step.LOG)
"""Steps that can tell something also after another one failed."""


@dataclass(frozen=True, slots=True)
class KnownLog:
    """What the desk knows of the server's log: its size at the last sync, and whether it split."""

    size: int | None
    split: bool


NO_LOG = KnownLog(None, split=False)


class Diagnosis:
    """Tries the way to one server, a step at a time and in their order; sends nothing secret.

    A step never raises for what it finds. `end` ends the step under way, from any thread.
    """

    def __init__(
        self,
        server: str,
        trust: TrustState | None,
        *,
        log: KnownLog = NO_LOG,
        proxy: ProxyChoice = FROM_SYSTEM,
        clock: Clock = utc_now,
        patience: float = 10.0,
    ) -> None:
        self._server = server
        self._trust = trust
        self._log = log
        self._choice = proxy
        self._clock = clock
        self._patient = Patient(patience)
        self._way = Way(server, proxy, clock, self._patient)
        self._hello_time: str | None = None
        self._failed = False

    def run(self, step: Step) -> StepFound:
        """Try one step; skipped after one that failed."""
        if self._failed and step not in _ALWAYS:
            return StepFound(step, Outcome.SKIPPED, Finding.NOT_TRIED)
        try:
            outcome, finding, facts = self._try(step)
        except EndsHere as end:
            outcome, finding, facts = Outcome.BAD, end.finding, end.facts
        except OSError as error:  # a line that broke between two looks at it
            outcome, finding = Outcome.BAD, Finding.BROKE_OFF
            facts = {"reason": str(error)}
        if self._patient.ended:
            outcome, finding, facts = Outcome.SKIPPED, Finding.CANCELLED, {}
        self._failed = self._failed or outcome is Outcome.BAD
        return StepFound(step, outcome, finding, facts)

    def end(self) -> None:
        """End the step under way, and try no more. From any thread."""
        self._patient.end()

    def _try(self, step: Step) -> Told:
        match step:
            case Step.NAME:
                return self._way.name()
            case Step.TCP:
                return self._way.tcp()
            case Step.PROXY:
                return self._way.through_proxy()
            case Step.TLS:
                return self._way.tls()
            case Step.ANSWER:
                return self._answer()
            case Step.SIGNATURE:
                return self._signature()
            case Step.CLOCK:
                return self._time()
            case Step.LOG:
                return self._known_log()

    def _answer(self) -> Told:
        with self._client() as client:
            target = f"{HELLO}?{urlencode({'nonce': client.nonce()})}"
            try:
                with client.http.open("GET", target, headers={}) as stream:
                    status, place = str(stream.status), stream.headers.get("Location", "")
                    try:
                        stream.require_no_page()
                    except NotOurServer as failure:
                        leads_to = urlsplit(place).hostname or ""
                        raise EndsHere(Finding.PAGE, status=status, leads_to=leads_to) from failure
                    if stream.body(ANSWER_LIMIT).lstrip()[:1] == b"<":
                        raise EndsHere(Finding.PAGE, status=status, leads_to="")
            except ExpectedFailure as failure:
                raise self._no_answer(failure) from failure
        return good(Finding.ANSWERED, status=status)

    def _no_answer(self, failure: ExpectedFailure) -> EndsHere:
        match failure:
            case NoConnection(step=step):
                proxy = self._way.proxy
                if step is ConnectionStep.PROXY_SIGN_IN and proxy is not None:
                    return EndsHere(Finding.PROXY_SIGN_IN, proxy=proxy.place)
                return EndsHere(Finding.NO_ANSWER, reason=step.value)
            case AnswerCutOff(received=received):
                return EndsHere(Finding.BROKE_OFF, reason=str(received))
            case UntrustedCertificate(reason=reason):
                return EndsHere(Finding.UNTRUSTED, issuer="?", reason=reason)
        return EndsHere(Finding.UNSIGNED)

    @contextmanager
    def _client(self) -> Iterator[ServerClient]:
        seconds = self._patient.seconds
        client = ServerClient(
            self._server,
            transport=Transport(connect_timeout=seconds, stall_timeout=seconds),
            lines=self._patient.lines,
            proxy=self._choice,
        )
        try:
            yield client
        finally:
            client.close()

    def _signature(self) -> Told:
        with self._client() as client:
            try:
                met = client.meet(self._trust)
            except NotOurServer as failure:
                other = failure.found is Found.OTHER_KEY
                raise EndsHere(Finding.OTHER_KEY if other else Finding.UNSIGNED) from failure
            except ExpectedFailure as failure:
                raise self._no_answer(failure) from failure
        self._hello_time = met.hello.time
        deployment = met.trust.deployment[:16]
        return good(Finding.OURS, version=met.hello.version, deployment=deployment)

    def _time(self) -> Told:
        own = self._clock()
        if self._hello_time is None:
            known = None if self._trust is None else self._trust.document.issued
            if known is not None and moment(known) > own:
                facts = {"known": known, "own": timestamp(own)}
                return Outcome.NOTED, Finding.CLOCK_BEHIND, facts
            return Outcome.SKIPPED, Finding.NOT_TRIED, {}
        apart = int((own - moment(self._hello_time)).total_seconds())
        if abs(apart) <= CLOCK_TOLERANCE:
            return good(Finding.CLOCK_RIGHT, seconds=str(apart))
        facts = {"seconds": str(apart), "server": self._hello_time, "own": timestamp(own)}
        return Outcome.NOTED, Finding.CLOCK_OFF, facts

    def _known_log(self) -> Told:
        if self._log.split:
            raise EndsHere(Finding.LOG_SPLIT)
        if self._log.size is None:
            return Outcome.SKIPPED, Finding.LOG_UNKNOWN, {}
        return good(Finding.LOG_CONTINUES, size=str(self._log.size))
