"""Training the first ResNets: divide the rate when the error plateaus."""

from __future__ import annotations

from lrviz.catalog.optimizers.sgd import SGD
from lrviz.catalog.schedules.reduce_lr_on_plateau import ReduceLROnPlateau
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="resnet-plateau",
    title="Train a ResNet, dividing the rate when the error plateaus",
    about=(
        "Batches of 256 images, SGD from 0.1 with momentum 0.9 and weight decay 1e-4, and the rate divided by 10 when "
        "the error plateaus, for up to 600 000 updates. The paper watches the error itself; here a scheduler that is "
        "told the validation loss once an epoch does it, with the patience of 10 that torch starts from."
    ),
    reference="He et al., Deep Residual Learning for Image Recognition, arXiv 1512.03385, section 3.4",
    link="https://arxiv.org/abs/1512.03385",
    experiment=Experiment.of(
        Run(
            "ResNet, plateau",
            ReduceLROnPlateau(factor=0.1),
            SGD(lr=0.1, momentum=0.9, weight_decay=1e-4),
            stepped="epoch",
        ),
        steps=600_000,
        batch_size=256,
        examples=1_281_167,
        validate_every=5004,
    ),
)
