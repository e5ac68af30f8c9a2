"""Fine-tuning BERT on a small classification task."""

from __future__ import annotations

from lrviz.catalog.optimizers.adamw import AdamW
from lrviz.catalog.schedules.linear_schedule_with_warmup import LinearScheduleWithWarmup
from lrviz.experiment import Experiment
from lrviz.run import Run
from lrviz.scenarios import Preset

PRESET = Preset(
    name="bert-fine-tune",
    title="Fine-tune BERT on MRPC",
    about=(
        "Three epochs over the 3668 sentence pairs of MRPC in batches of 32: 343 updates, of which the first tenth "
        "warms up from 0 and the rest falls straight to 0. The paper tries rates of 5e-5, 3e-5 and 2e-5; the example "
        "in its code takes 2e-5. Gradients are cut to a norm of 1."
    ),
    reference="Devlin et al., BERT, arXiv 1810.04805; google-research/bert, run_classifier.py and optimization.py",
    link="https://arxiv.org/abs/1810.04805",
    experiment=Experiment.of(
        Run("BERT, MRPC", LinearScheduleWithWarmup(34, 343), AdamW(lr=2e-5, eps=1e-6, weight_decay=0.01), clip=1.0),
        steps=343,
        batch_size=32,
        examples=3668,
        sequence_length=128,
        validate_every=114,
    ),
)
