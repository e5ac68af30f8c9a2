"""The schema of a lesson's file, by which an editor completes it and marks what is wrong."""

from __future__ import annotations

from typing import Any

import msgspec

from lrviz.teaching.lesson import Lesson

DRAFT = "https://json-schema.org/draft/2020-12/schema"
CODE = {"type": "string", "description": "Its optimizer and scheduler as torch code, instead of these fields."}
LOSS = {"type": "string", "description": "As torch code: nn.HuberLoss(delta=1.0)."}
ENGLISH = {"type": "string", "minLength": 1, "description": "In English alone."}
LIKE = {"type": "string", "description": "A scene before this one; problem and training are changed field by field."}


def schema() -> dict[str, Any]:
    """Give the JSON schema of what `lrviz.lesson` reads: the values' own, with what a file may leave out."""
    made = msgspec.json.schema(Lesson)
    parts = made["$defs"]
    parts["Words"] = {"anyOf": [parts["Words"], ENGLISH]}
    run = parts["Run"]["properties"]
    run["code"], run["loss"] = CODE, {**run["loss"], "anyOf": [*run["loss"]["anyOf"], LOSS]}
    scene, experiment = parts["Scene"], parts.pop("Experiment")["properties"]
    experiment["problem"]["anyOf"].append({"type": "object", "not": {"required": ["type"]}})  # of the scene it is like
    scene["properties"] = {"name": scene["properties"]["name"], "like": LIKE, **experiment}
    scene["required"] = []
    return {"$schema": DRAFT, "title": "A lesson of lrviz", **made}
