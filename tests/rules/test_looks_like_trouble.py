"""Training scripts that look like trouble and are none: the rules on texts keep silent, and count what they do."""

from __future__ import annotations

import textwrap

import pytest

from lrviz.rules.linter import lint, rules
from lrviz.source.read import study
from lrviz.source.reading import Reading

OF_TEXTS = {rule.id for rule in rules() if rule.at is Reading} | {"LR112"}
NAMES = {"len(train_loader)": 10, "len(loader)": 10, "args.lr": 0.1, "steps_per_epoch": 10}

CLEAN = {
    "the transfer learning tutorial": (
        25,
        """
        optimizer_ft = optim.SGD(model_ft.parameters(), lr=0.001, momentum=0.9)
        exp_lr_scheduler = lr_scheduler.StepLR(optimizer_ft, step_size=7, gamma=0.1)

        def train_model(model, criterion, optimizer, scheduler, num_epochs=25):
            for epoch in range(num_epochs):
                for phase in ['train', 'val']:
                    if phase == 'train':
                        model.train()
                    else:
                        model.eval()
                    for inputs, labels in dataloaders[phase]:
                        optimizer.zero_grad()
                        with torch.set_grad_enabled(phase == 'train'):
                            loss = criterion(model(inputs), labels)
                            if phase == 'train':
                                loss.backward()
                                optimizer.step()
                    if phase == 'train':
                        scheduler.step()
            return model

        model_ft = train_model(model_ft, criterion, optimizer_ft, exp_lr_scheduler, num_epochs=25)
        """,
    ),
    "a chain of two as torch's page has it": (
        20,
        """
        optimizer = SGD(model.parameters(), lr=0.1)
        scheduler = ChainedScheduler([ExponentialLR(optimizer, gamma=0.9), StepLR(optimizer, 9)], optimizer)
        for epoch in range(20):
            for input, target in dataset:
                optimizer.zero_grad()
                loss_fn(model(input), target).backward()
                optimizer.step()
            scheduler.step()
        """,
    ),
    "mixed precision that asks for the scale": (
        None,
        """
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.01, total_steps=50)
        scaler = torch.cuda.amp.GradScaler()
        for epoch in range(5):
            for x, y in train_loader:
                with torch.autocast('cuda'):
                    loss = criterion(model(x), y)
                scaler.scale(loss).backward()
                scaler.step(optimizer)
                before = scaler.get_scale()
                scaler.update()
                if before <= scaler.get_scale():
                    scheduler.step()
        """,
    ),
    "mixed precision, once an epoch": (
        5,
        """
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = StepLR(optimizer, 2)
        scaler = torch.cuda.amp.GradScaler(enabled=use_amp)
        for epoch in range(5):
            for x, y in train_loader:
                scaler.scale(criterion(model(x), y)).backward()
                scaler.step(optimizer)
                scaler.update()
            scheduler.step()
        """,
    ),
    "stepped from the second epoch on, at its start": (
        9,
        """
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = StepLR(optimizer, 2)
        for epoch in range(10):
            if epoch > 0:
                scheduler.step()
            for x, y in train_loader:
                optimizer.step()
        """,
    ),
    "told the epoch at its start": (
        10,
        """
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = StepLR(optimizer, 2)
        for epoch in range(10):
            scheduler.step(epoch)
            for x, y in train_loader:
                optimizer.step()
        """,
    ),
    "a warm-up, and then another": (
        None,
        """
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        warmup = LinearLR(optimizer, 0.1, total_iters=5)
        main = CosineAnnealingLR(optimizer, T_max=85)
        for epoch in range(90):
            train(model, optimizer)
            if epoch < 5:
                warmup.step()
            else:
                main.step()
        """,
    ),
    "two optimizers, each with its own": (
        50,
        """
        opt_g = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999))
        opt_d = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999))
        sched_g = ExponentialLR(opt_g, 0.99)
        sched_d = ExponentialLR(opt_d, 0.99)
        for epoch in range(50):
            for real in loader:
                opt_d.zero_grad()
                d_loss.backward()
                opt_d.step()
                opt_g.zero_grad()
                g_loss.backward()
                opt_g.step()
            sched_g.step()
            sched_d.step()
        """,
    ),
    "one of several, as asked for": (
        90,
        """
        if args.optimizer == 'sgd':
            optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)
        else:
            optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
        if args.plateau:
            scheduler = ReduceLROnPlateau(optimizer)
        else:
            scheduler = StepLR(optimizer, 30)
        for epoch in range(90):
            train(model, optimizer)
            val_loss = evaluate(model)
            if args.plateau:
                scheduler.step(val_loss)
            else:
                scheduler.step()
        """,
    ),
    "a plateau told by name": (
        90,
        """
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = ReduceLROnPlateau(optimizer, mode='max')
        for epoch in range(90):
            train(model, optimizer)
            scheduler.step(metrics=evaluate(model))
        """,
    ),
    "resumed with all its states": (
        None,
        """
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        scheduler = CosineAnnealingLR(optimizer, T_max=90)
        start_epoch = 0
        if args.resume:
            checkpoint = torch.load(args.resume)
            start_epoch = checkpoint['epoch']
            optimizer.load_state_dict(checkpoint['optimizer'])
            scheduler.load_state_dict(checkpoint['scheduler'])
        for epoch in range(start_epoch, 90):
            train(model, optimizer)
            scheduler.step()
        """,
    ),
    "made in one function and stepped in another": (
        30,
        """
        def build(model):
            optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
            scheduler = StepLR(optimizer, 10)
            return optimizer, scheduler

        def fit(model, opt, sched):
            for epoch in range(30):
                for batch in train_loader:
                    opt.step()
                sched.step()

        opt, sched = build(net)
        fit(net, opt, sched)
        """,
    ),
    "handed to accelerate": (
        None,
        """
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = get_linear_schedule_with_warmup(optimizer, 10, 300)
        model, optimizer, train_loader, scheduler = accelerator.prepare(model, optimizer, train_loader, scheduler)
        for epoch in range(3):
            for batch in train_loader:
                with accelerator.accumulate(model):
                    accelerator.backward(model(batch).loss)
                    optimizer.step()
                    scheduler.step()
                    optimizer.zero_grad()
        """,
    ),
    "handed to a trainer": (
        None,
        """
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = get_linear_schedule_with_warmup(optimizer, 10, 300)
        trainer = Trainer(model=model, optimizers=(optimizer, scheduler), train_dataset=data)
        trainer.train()
        """,
    ),
    "a horizon that counts the updates": (
        6,
        """
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = CosineAnnealingLR(optimizer, T_max=3 * len(train_loader) // 5)
        for epoch in range(3):
            for i, batch in enumerate(train_loader):
                loss.backward()
                if (i + 1) % 5 == 0:
                    optimizer.step()
                    scheduler.step()
        """,
    ),
    "stepped at every batch, with a horizon that counts batches": (
        30,
        """
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = CosineAnnealingLR(optimizer, T_max=3 * len(train_loader))
        for epoch in range(3):
            for i, batch in enumerate(train_loader):
                loss.backward()
                if (i + 1) % 5 == 0:
                    optimizer.step()
                scheduler.step()
        """,
    ),
    "a lightning module": (
        None,
        """
        class Lit(L.LightningModule):
            def training_step(self, batch, i):
                return self.net(batch).loss
            def configure_optimizers(self):
                optimizer = torch.optim.AdamW(self.parameters(), lr=1e-3)
                scheduler = CosineAnnealingLR(optimizer, T_max=100)
                return {'optimizer': optimizer, 'lr_scheduler': scheduler}
        """,
    ),
    "a scheduler class of one's own that has get_lr": (
        None,
        """
        class WarmUp(torch.optim.lr_scheduler.LRScheduler):
            def get_lr(self):
                return [base * min(1, self.last_epoch / 5) for base in self.base_lrs]
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        inner = CosineAnnealingLR(optimizer, T_max=90)
        print(engine.get_lr(), inner.get_last_lr())
        """,
    ),
    "a game with steps of its own": (
        500,
        """
        optimizer = torch.optim.Adam(policy.parameters(), lr=1e-3)
        scheduler = StepLR(optimizer, 100)
        for episode in range(500):
            state, done = env.reset(), False
            while not done:
                state, reward, done, _ = env.step(policy(state))
            loss.backward()
            optimizer.step()
            scheduler.step()
        """,
    ),
    "remade for a second phase, scheduler and all": (
        None,
        """
        optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
        scheduler = StepLR(optimizer, 3)
        for epoch in range(5):
            train(head, optimizer)
            scheduler.step()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
        scheduler = StepLR(optimizer, 3)
        for epoch in range(9):
            train(model, optimizer)
            scheduler.step()
        """,
    ),
    "averaged weights after a while": (
        None,
        """
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        swa_model = torch.optim.swa_utils.AveragedModel(model)
        scheduler = CosineAnnealingLR(optimizer, T_max=100)
        swa_scheduler = SWALR(optimizer, swa_lr=0.05)
        for epoch in range(300):
            for x, y in loader:
                optimizer.step()
            if epoch > 160:
                swa_model.update_parameters(model)
                swa_scheduler.step()
            else:
                scheduler.step()
        """,
    ),
}


@pytest.mark.parametrize(("steps", "text"), CLEAN.values(), ids=CLEAN)
def test_nothing_is_said_of_what_only_looks_like_trouble(steps: int | None, text: str) -> None:
    plain = textwrap.dedent(text)
    found = [f"{one.rule} line {one.line}: {one.message}" for one in lint(plain, names=NAMES) if one.rule in OF_TEXTS]
    assert found == []
    assert study(plain, names=NAMES).usage.scheduler_steps == steps
