"""What a problem asks of a model: the shape and meaning of its outputs and targets."""

from __future__ import annotations

from typing import Literal

from lrviz.sentences import say

Task = Literal["classes", "binary", "values", "ranking", "surface"]
"""How outputs and targets are to be read, n being the examples of a batch.

==========  ==================  =========================  ==========================================
task        output              target                     meaning
==========  ==================  =========================  ==========================================
classes     (n, classes)        (n,) int64                 logits, and the true class
binary      (n, 1)              (n,) int64, 0 or 1         one logit, and whether the answer is yes
values      (n, 1)              (n,) float32               a number, and the true one
ranking     (n, documents, 1)   (n, documents) float32     a score for each document of a query, and its grade
surface     (n, 1)              (n,) float32, all 0        the height of the place where the model is
==========  ==================  =========================  ==========================================
"""

NOUNS: dict[Task, str] = {
    "classes": say("several classes"),
    "binary": say("yes or no"),
    "values": say("a number"),
    "ranking": say("an order of documents"),
    "surface": "a low place on a surface",
}
"""What such a problem asks for, in words that finish "this problem asks for …"."""
