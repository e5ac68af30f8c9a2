"""The loss that every run of a task is measured with, whatever it trains with, so that runs compare."""

from __future__ import annotations

from collections.abc import Mapping

from lrviz.catalog.loss import Loss
from lrviz.catalog.losses.bce_with_logits_loss import BCEWithLogitsLoss
from lrviz.catalog.losses.cross_entropy_loss import CrossEntropyLoss
from lrviz.catalog.losses.height import Height
from lrviz.catalog.losses.mse_loss import MSELoss
from lrviz.catalog.losses.rank_net_loss import RankNetLoss
from lrviz.catalog.task import Task

YARDSTICKS: Mapping[Task, Loss] = {
    "classes": CrossEntropyLoss(),
    "binary": BCEWithLogitsLoss(),
    "values": MSELoss(),
    "ranking": RankNetLoss(),
    "surface": Height(),
}
