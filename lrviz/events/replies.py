"""Commands to the worker, and its replies."""

from __future__ import annotations

from typing import Literal

import msgspec

from lrviz.crossing import Said
from lrviz.events.event import Event
from lrviz.events.jobs import Job
from lrviz.events.message import Message


class Start(Message, frozen=True):
    """Run a job in a slot, in place of what was there; its events carry the ticket. A `paused` one waits for orders."""

    slot: str
    ticket: int
    job: Job
    paused: bool = False


class Steer(Message, frozen=True):
    """Pause, advance by one update, resume or stop what runs in a slot."""

    slot: str
    order: Literal["pause", "step", "resume", "stop"]


Command = Start | Steer


class DeviceInfo(msgspec.Struct, frozen=True):
    """A device torch may use: `name` as --device spells it, `label` for people, `missing` says why it can't be used."""

    name: str
    label: Said
    missing: Said = ""


class Ready(Message, frozen=True):
    """torch is loaded; these are the devices."""

    devices: tuple[DeviceInfo, ...]
    torch: str


class Happened(Message, frozen=True):
    """Events of the job in a slot, in order; `ticket` tells an old job's from a new one's."""

    slot: str
    ticket: int
    events: tuple[Event, ...]


class Finished(Message, frozen=True):
    """The job in a slot came to its end, or was stopped."""

    slot: str
    ticket: int
    stopped: bool = False


class Failed(Message, frozen=True):
    """The job in a slot ended in an error, said in one line."""

    slot: str
    ticket: int
    message: Said


class Died(Message, frozen=True):
    """The worker is gone, and with it the jobs whose `tickets` these are; `final` when no other will be started.

    Made by the client; a worker that can't load the engine sends one as its last word, to say why.
    """

    message: Said
    final: bool = False
    tickets: tuple[int, ...] = ()


Reply = Ready | Happened | Finished | Failed | Died
