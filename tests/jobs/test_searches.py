"""A search in a real worker: in a slot of its own, beside a race that has the same bits as without it."""

from __future__ import annotations

import lrviz
from lrviz import SGD, Experiment, Run
from lrviz.events import Failed, Find, Finished, Race, Raised, Update
from lrviz.finding import Search
from tests.jobs.conftest import Talk

EXPERIMENT = Experiment.of(Run("run", None, SGD(0.1, momentum=0.9)), steps=60)


def test_a_search_and_a_race_share_a_worker_and_neither_is_changed(talk: Talk) -> None:
    asked = Find(EXPERIMENT, seeds=3, device="cpu")
    race, find = talk.client.run("race", Race(EXPERIMENT, "cpu")), talk.client.run("finder", asked)
    ended = {race, find}
    while not ended <= {reply.ticket for reply in talk.heard if isinstance(reply, (Finished, Failed))}:
        talk.until(lambda reply: isinstance(reply, (Finished, Failed)))
    assert not [reply for reply in talk.heard if isinstance(reply, Failed)]
    search = Search(asked)
    for event in talk.events(find):
        search.add(event)
    here = lrviz.find_lr(EXPERIMENT, seeds=3, device="cpu")
    assert search.result().losses.tobytes() == here.losses.tobytes()
    assert search.result().suggestions == here.suggestions
    raced = [event.losses[0] for event in talk.events(race) if isinstance(event, Update)]
    assert raced == lrviz.train(EXPERIMENT, device="cpu").runs[0].losses.tolist()


def test_a_search_that_cannot_be_fails_in_a_sentence_and_the_worker_goes_on(talk: Talk) -> None:
    end = talk.until_end(talk.client.run("finder", Find(EXPERIMENT, low=1.0, high=0.5, device="cpu")))
    assert isinstance(end, Failed)
    assert end.message == "find_lr(high=0.5): high must be a number above low, which is 1"
    ticket = talk.client.run("finder", Find(EXPERIMENT, seeds=1, updates=10, device="cpu"))
    assert isinstance(talk.until_end(ticket), Finished)
    assert len([event for event in talk.events(ticket) if isinstance(event, Raised)]) == 10
