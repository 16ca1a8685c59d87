"""All services of one opened profile, made of the collaborators that they share."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.keys import Randomness
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.services.accepting import Accepting
from reviewer_app.services.batch import BatchIntake
from reviewer_app.services.declaring import Declaring
from reviewer_app.services.desk import Desk
from reviewer_app.services.evidence import Evidence
from reviewer_app.services.handin import HandIn
from reviewer_app.services.network import Network
from reviewer_app.services.panel import PanelRoom
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.scoring import Scoring
from reviewer_app.services.secretariat import Secretariat
from reviewer_app.services.signer import Signer
from reviewer_app.services.signing import Signing
from reviewer_app.sync.clock import Clock


@dataclass(frozen=True, slots=True)
class Services:
    """What a person can do once the profile is open."""

    accepting: Accepting
    batch: BatchIntake
    declaring: Declaring
    desk: Desk
    scoring: Scoring
    signing: Signing
    handin: HandIn
    evidence: Evidence
    panel: PanelRoom
    secretariat: Secretariat


def assemble(
    store: Store,
    vault: Vault,
    network: Network,
    preparing: Preparing,
    *,
    clock: Clock,
    randomness: Randomness,
) -> Services:
    """Connect the services; nothing is opened, asked or computed by it."""
    signer = Signer(vault.signing_key, clock, randomness)
    panel = PanelRoom(store, signer, network, preparing)
    return Services(
        accepting=Accepting(store, signer),
        batch=BatchIntake(network),
        declaring=Declaring(store, signer),
        desk=Desk(store, preparing),
        scoring=Scoring(store, clock),
        signing=Signing(store, signer),
        handin=HandIn(store, network),
        evidence=Evidence(store, vault.signing_key.public, clock),
        panel=panel,
        secretariat=Secretariat(store, signer, network, panel, clock),
    )
