"""By hand: a rate that a text's own loop sets is read as the scheduler of the same rates."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read

HEAD = """\
import math
import numpy as np
from types import SimpleNamespace
from torch.optim import SGD, AdamW
from torch.optim.lr_scheduler import *
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            '\nargs = SimpleNamespace(lr=0.1, epochs=9)\noptimizer = SGD(model.parameters(), args.lr, momentum=0.9)\ndef adjust_learning_rate(optimizer, epoch, args):\n    """Sets the learning rate to the initial LR decayed by 10 every 3 epochs"""\n    lr = args.lr * (0.1 ** (epoch // 3))\n    for param_group in optimizer.param_groups:\n        param_group[\'lr\'] = lr\nfor epoch in range(args.epochs):\n    adjust_learning_rate(optimizer, epoch, args)\n    for i, batch in enumerate(loader):\n        optimizer.zero_grad()\n        optimizer.step()\n',
            id="imagenet",
        ),
        pytest.param(
            "\nargs = SimpleNamespace(lr=0.03, epochs=9, cos=False, schedule=[3, 6], start_epoch=0)\noptimizer = SGD(model.parameters(), args.lr, momentum=0.9)\ndef adjust_learning_rate(optimizer, epoch, args):\n    lr = args.lr\n    if args.cos:\n        lr *= 0.5 * (1. + math.cos(math.pi * epoch / args.epochs))\n    else:\n        for milestone in args.schedule:\n            lr *= 0.1 if epoch >= milestone else 1.\n    for param_group in optimizer.param_groups:\n        param_group['lr'] = lr\nfor epoch in range(args.start_epoch, args.epochs):\n    adjust_learning_rate(optimizer, epoch, args)\n    for b in loader:\n        optimizer.step()\n",
            id="moco",
        ),
        pytest.param(
            "\nargs = SimpleNamespace(lr=0.03, epochs=9, cos=True, schedule=[3, 6], start_epoch=0)\noptimizer = SGD(model.parameters(), args.lr, momentum=0.9)\ndef adjust_learning_rate(optimizer, epoch, args):\n    lr = args.lr\n    if args.cos:\n        lr *= 0.5 * (1. + math.cos(math.pi * epoch / args.epochs))\n    else:\n        for milestone in args.schedule:\n            lr *= 0.1 if epoch >= milestone else 1.\n    for param_group in optimizer.param_groups:\n        param_group['lr'] = lr\nfor epoch in range(args.start_epoch, args.epochs):\n    adjust_learning_rate(optimizer, epoch, args)\n    for b in loader:\n        optimizer.step()\n",
            id="moco_cos",
        ),
        pytest.param(
            "\nlearning_rate = 6e-4\nmax_iters = 40\ndecay_lr = True\nwarmup_iters = 5\nlr_decay_iters = 40\nmin_lr = 6e-5\noptimizer = AdamW(model.parameters(), lr=learning_rate)\ndef get_lr(it):\n    # 1) linear warmup for warmup_iters steps\n    if it < warmup_iters:\n        return learning_rate * (it + 1) / (warmup_iters + 1)\n    if it > lr_decay_iters:\n        return min_lr\n    decay_ratio = (it - warmup_iters) / (lr_decay_iters - warmup_iters)\n    assert 0 <= decay_ratio <= 1\n    coeff = 0.5 * (1.0 + math.cos(math.pi * decay_ratio))\n    return min_lr + coeff * (learning_rate - min_lr)\niter_num = 0\nwhile True:\n    lr = get_lr(iter_num) if decay_lr else learning_rate\n    for param_group in optimizer.param_groups:\n        param_group['lr'] = lr\n    for micro_step in range(4):\n        pass\n    optimizer.step()\n    iter_num += 1\n    if iter_num > max_iters:\n        break\n",
            id="nanogpt",
        ),
        pytest.param(
            "\nlearning_rate = 6e-4\ndecay_lr = False\noptimizer = AdamW(model.parameters(), lr=learning_rate)\ndef get_lr(it):\n    return learning_rate * 0.9 ** it\niter_num = 0\nwhile iter_num < 10:\n    lr = get_lr(iter_num) if decay_lr else learning_rate\n    for param_group in optimizer.param_groups:\n        param_group['lr'] = lr\n    optimizer.step()\n    iter_num += 1\n",
            id="nanogpt_off",
        ),
        pytest.param(
            "\nmax_lr = 6e-4\nmin_lr = max_lr * 0.1\nwarmup_steps = 10\nmax_steps = 50\ndef get_lr(it):\n    if it < warmup_steps:\n        return max_lr * (it+1) / warmup_steps\n    if it > max_steps:\n        return min_lr\n    decay_ratio = (it - warmup_steps) / (max_steps - warmup_steps)\n    coeff = 0.5 * (1.0 + math.cos(math.pi * decay_ratio))\n    return min_lr + coeff * (max_lr - min_lr)\noptimizer = AdamW(model.parameters(), lr=6e-4, betas=(0.9, 0.95))\nfor step in range(max_steps):\n    optimizer.zero_grad()\n    lr = get_lr(step)\n    for param_group in optimizer.param_groups:\n        param_group['lr'] = lr\n    optimizer.step()\n",
            id="build_nanogpt",
        ),
        pytest.param(
            '\nlr0, num_updates = 2.5e-4, 20\noptimizer = SGD(model.parameters(), lr=lr0)\nfor update in range(1, num_updates + 1):\n    frac = 1.0 - (update - 1.0) / num_updates\n    optimizer.param_groups[0]["lr"] = frac * lr0\n    optimizer.step()\n',
            id="ppo",
        ),
        pytest.param(
            '\nargs = SimpleNamespace(anneal_lr=True, learning_rate=2.5e-4, num_iterations=10)\noptimizer = SGD(model.parameters(), lr=args.learning_rate)\nfor iteration in range(1, args.num_iterations + 1):\n    if args.anneal_lr:\n        frac = 1.0 - (iteration - 1.0) / args.num_iterations\n        lrnow = frac * args.learning_rate\n        optimizer.param_groups[0]["lr"] = lrnow\n    optimizer.step()\n',
            id="ppo_flag",
        ),
        pytest.param(
            '\nargs = SimpleNamespace(lr=1e-3, min_lr=1e-5, warmup_epochs=2, epochs=8)\noptimizer = AdamW(model.parameters(), lr=args.lr)\ndef adjust_learning_rate(optimizer, epoch, args):\n    if epoch < args.warmup_epochs:\n        lr = args.lr * epoch / args.warmup_epochs\n    else:\n        lr = args.min_lr + (args.lr - args.min_lr) * 0.5 * \\\n            (1. + math.cos(math.pi * (epoch - args.warmup_epochs) / (args.epochs - args.warmup_epochs)))\n    for param_group in optimizer.param_groups:\n        if "lr_scale" in param_group:\n            param_group["lr"] = lr * param_group["lr_scale"]\n        else:\n            param_group["lr"] = lr\n    return lr\nfor epoch in range(args.epochs):\n    for data_iter_step, samples in enumerate(loader):\n        adjust_learning_rate(optimizer, data_iter_step / len(loader) + epoch, args)\n        optimizer.step()\n',
            id="mae",
        ),
        pytest.param(
            '\nargs = SimpleNamespace(lr=1e-3, epochs=8, start_epoch=0)\noptimizer = AdamW(model.parameters(), lr=args.lr)\ndef adjust_learning_rate(optimizer, epoch, args):\n    lr = args.lr * 0.5 * (1. + math.cos(math.pi * epoch / args.epochs))\n    for param_group in optimizer.param_groups:\n        param_group["lr"] = lr\n    return lr\ndef train_one_epoch(model, data_loader, optimizer, epoch, args):\n    for data_iter_step, samples in enumerate(data_loader):\n        adjust_learning_rate(optimizer, data_iter_step / len(data_loader) + epoch, args)\n        optimizer.step()\ndef main(args):\n    for epoch in range(args.start_epoch, args.epochs):\n        train_one_epoch(model, loader, optimizer, epoch, args)\nmain(args)\n',
            id="mae_fn",
        ),
        pytest.param(
            "\nbase_lr, total = 0.1, 32\noptimizer = SGD(model.parameters(), lr=base_lr)\nglobal_step = 0\nfor epoch in range(8):\n    for batch in loader:\n        lr = base_lr * (1 - global_step / total) ** 0.9\n        for g in optimizer.param_groups:\n            g['lr'] = lr\n        optimizer.step()\n        global_step += 1\n",
            id="global_step",
        ),
        pytest.param(
            "\nbase_lr, total = 0.1, 33\noptimizer = SGD(model.parameters(), lr=base_lr)\nglobal_step = 0\nfor epoch in range(8):\n    for batch in loader:\n        global_step += 1\n        lr = base_lr * (1 - global_step / total) ** 0.9\n        for g in optimizer.param_groups:\n            g['lr'] = lr\n        optimizer.step()\n",
            id="global_step_before",
        ),
        pytest.param(
            "\ndef lr_poly(base_lr, iter, max_iter, power):\n    return base_lr * ((1 - float(iter) / max_iter) ** (power))\ndef adjust_learning_rate(optimizer, i_iter):\n    lr = lr_poly(0.01, i_iter, 30, 0.9)\n    optimizer.param_groups[0]['lr'] = lr\n    if len(optimizer.param_groups) > 1:\n        optimizer.param_groups[1]['lr'] = lr * 10\noptimizer = SGD(model.parameters(), lr=0.01)\nfor i_iter in range(30):\n    optimizer.zero_grad()\n    adjust_learning_rate(optimizer, i_iter)\n    optimizer.step()\n",
            id="poly_iter",
        ),
        pytest.param(
            "\nlr0 = 0.1\noptimizer = SGD(model.parameters(), lr=lr0)\nfor epoch in range(5):\n    for i, batch in enumerate(loader):\n        it = epoch * len(loader) + i\n        lr = lr0 * (0.95 ** it)\n        for pg in optimizer.param_groups: pg['lr'] = lr\n        optimizer.step()\n",
            id="epoch_batches",
        ),
        pytest.param(
            "\nlr0 = 0.1\noptimizer = SGD(model.parameters(), lr=lr0)\nfor epoch in range(8):\n    for batch in loader:\n        optimizer.step()\n    for pg in optimizer.param_groups: pg['lr'] = lr0 * 0.5 ** (epoch + 1)\n",
            id="late",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    for batch in loader:\n        optimizer.step()\n    for pg in optimizer.param_groups: pg['lr'] *= 0.9\n",
            id="mult_late",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    for pg in optimizer.param_groups: pg['lr'] = pg['lr'] * 0.9\n    for batch in loader:\n        optimizer.step()\n",
            id="mult_early",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    if epoch > 0 and epoch % 3 == 0:\n        for pg in optimizer.param_groups: pg['lr'] *= 0.1\n    for batch in loader:\n        optimizer.step()\n",
            id="mult_every",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    for batch in loader:\n        optimizer.step()\n    if (epoch + 1) % 3 == 0:\n        for pg in optimizer.param_groups: pg['lr'] *= 0.1\n",
            id="mult_every_late",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    if epoch in [3, 6]:\n        for pg in optimizer.param_groups: pg['lr'] *= 0.1\n    for batch in loader:\n        optimizer.step()\n",
            id="mult_in",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    if epoch == 3 or epoch == 6:\n        optimizer.param_groups[0]['lr'] /= 10\n    for batch in loader:\n        optimizer.step()\n",
            id="mult_eq",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    if epoch == 3:\n        for pg in optimizer.param_groups: pg['lr'] = 0.01\n    if epoch == 6:\n        for pg in optimizer.param_groups: pg['lr'] = 0.001\n    for batch in loader:\n        optimizer.step()\n",
            id="hold",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\ndef set_lr(optimizer, lr):\n    for pg in optimizer.param_groups:\n        pg['lr'] = lr\nfor epoch in range(8):\n    if epoch < 2:\n        set_lr(optimizer, 0.02 * (epoch + 1))\n    elif epoch < 5:\n        set_lr(optimizer, 0.1)\n    else:\n        set_lr(optimizer, 0.01)\n    for batch in loader:\n        optimizer.step()\n",
            id="chain",
        ),
        pytest.param(
            "\nlr = 0.1\noptimizer = SGD(model.parameters(), lr=lr)\nfor epoch in range(8):\n    for batch in loader:\n        optimizer.step()\n    lr = lr * 0.9\n    for pg in optimizer.param_groups:\n        pg['lr'] = lr\n",
            id="recur",
        ),
        pytest.param(
            "\nclass Trainer:\n    def __init__(self, model, lr=0.1, epochs=8):\n        self.model, self.lr, self.epochs = model, lr, epochs\n        self.optimizer = SGD(model.parameters(), lr=self.lr)\n    def adjust_lr(self, epoch):\n        lr = self.lr * 0.5 ** (epoch // 2)\n        for pg in self.optimizer.param_groups:\n            pg['lr'] = lr\n    def fit(self):\n        for epoch in range(self.epochs):\n            self.adjust_lr(epoch)\n            for batch in loader:\n                self.optimizer.step()\nTrainer(model).fit()\n",
            id="trainer",
        ),
        pytest.param(
            "\ndef adjust(optimizer, epoch):\n    lr = 0.1 * 0.5 ** (epoch // 2)\n    for pg in optimizer.param_groups:\n        pg['lr'] = lr\ndef main():\n    optimizer = SGD(model.parameters(), lr=0.1)\n    for epoch in range(8):\n        adjust(optimizer, epoch)\n        for batch in loader:\n            optimizer.step()\nif __name__ == '__main__':\n    main()\n",
            id="main_fn",
        ),
        pytest.param(
            "\nargs = SimpleNamespace(lr=0.1)\ndef adjust(optimizer, epoch):\n    lr = args.lr * 0.5 ** (epoch // 2)\n    for pg in optimizer.param_groups:\n        pg['lr'] = lr\ndef train(loader, optimizer):\n    for b in loader:\n        optimizer.step()\noptimizer = SGD(model.parameters(), lr=args.lr)\nfor epoch in range(1, 9):\n    train(loader, optimizer)\n    adjust(optimizer, epoch)\n",
            id="train_call",
        ),
        pytest.param(
            '\ndef get_lr(epoch):\n    lr = 0.1\n    if epoch >= 3:\n        lr = 0.01\n    if epoch >= 6:\n        lr = 0.001\n    return lr\noptimizer = SGD(model.parameters(), lr=get_lr(0))\nfor epoch in range(8):\n    for pg in optimizer.param_groups: pg["lr"] = get_lr(epoch)\n    for batch in loader: optimizer.step()\n',
            id="step_decay_list",
        ),
        pytest.param(
            "\nd_model, warmup = 64, 10\noptimizer = AdamW(model.parameters(), lr=0)\nstep_num = 0\nfor batch in range(30):\n    step_num += 1\n    lr = d_model ** -0.5 * min(step_num ** -0.5, step_num * warmup ** -1.5)\n    for pg in optimizer.param_groups: pg['lr'] = lr\n    optimizer.step()\n",
            id="noam",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nwarmup = 3\nfor epoch in range(8):\n    if epoch < warmup:\n        lr = 0.1 * (epoch + 1) / warmup\n    else:\n        lr = 0.1 * 0.5 * (1 + np.cos(np.pi * (epoch - warmup) / (8 - warmup)))\n    optimizer.param_groups[0]['lr'] = lr\n    for b in loader: optimizer.step()\n",
            id="two_phase",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor pg in optimizer.param_groups:\n    pg.setdefault('initial_lr', pg['lr'])\nfor epoch in range(8):\n    for pg in optimizer.param_groups: pg['lr'] = pg['initial_lr'] * 0.9 ** epoch\n    optimizer.step()\n",
            id="initial_lr",
        ),
    ],
)
def test_a_rate_set_by_hand_is_a_scheduler_s(text: str) -> None:
    reading = agrees(HEAD + text)
    assert [finding.rule for finding in reading.findings] == ["LR204"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nfor pg in optimizer.param_groups: pg['lr'] = 0.3\nfor epoch in range(3):\n    optimizer.step()\n",
            id="once",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, 2)\nfor epoch in range(8):\n    if epoch < 3:\n        for pg in optimizer.param_groups: pg['lr'] = 0.1 * (epoch + 1) / 3\n    optimizer.step()\n    scheduler.step()\n",
            id="with_sched",
        ),
        pytest.param(
            "\nimport random\noptimizer = SGD(model.parameters(), lr=0.1)\nfor epoch in range(8):\n    for pg in optimizer.param_groups: pg['lr'] = random.random()\n    optimizer.step()\n",
            id="random",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nbest, loss = 9, 1\nfor epoch in range(8):\n    if loss > best:\n        for pg in optimizer.param_groups: pg['lr'] *= 0.5\n    optimizer.step()\n",
            id="loss_based",
        ),
        pytest.param(
            "\noptimizer = SGD([{'params': [model.weight], 'lr': 0.1}, {'params': [model.bias], 'lr': 0.01}], lr=0.1)\nfor epoch in range(8):\n    for pg in optimizer.param_groups: pg['lr'] = 0.1 * 0.9 ** epoch\n    optimizer.step()\n",
            id="tuple_groups",
        ),
    ],
)
def test_a_rate_set_by_hand_that_is_no_formula_of_the_loop_is_refused(text: str) -> None:
    rates, reading = read(HEAD + text, 4)
    assert rates is None
    assert reading.findings[0].line


def test_a_function_that_sets_a_rate_and_is_never_called_changes_nothing() -> None:
    reading = agrees(
        HEAD
        + "\ndef set_lr(optimizer, lr):\n    for pg in optimizer.param_groups: pg['lr'] = lr\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, 2)\nfor epoch in range(8):\n    optimizer.step()\n    scheduler.step()\n"
    )
    assert not reading.findings
