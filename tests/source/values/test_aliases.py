"""Aliases: what is changed under another name, or by what it is handed to, is changed for whoever reads it."""

from __future__ import annotations

import pytest

from tests.source.executed import agrees, read

HEAD = """\
import argparse
import copy
from copy import deepcopy
from types import SimpleNamespace
from torch.optim import SGD
from torch.optim.lr_scheduler import *
"""
LOOP = "\nfor _ in range(8):\n    optimizer.step()\n    scheduler.step()\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "cfg = {'lr': 0.1}\nc = cfg\nc['lr'] = 1.0\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_dict",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nc = cfg\ncfg['lr'] = 1.0\noptimizer = SGD(model.parameters(), lr=c['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_dict_read_alias",
        ),
        pytest.param(
            "cfg = {'opt': {'lr': 0.1}}\no = cfg['opt']\no['lr'] = 1.0\noptimizer = SGD(model.parameters(), lr=cfg['opt']['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_nested",
        ),
        pytest.param(
            "cfg = {'opt': {'lr': 0.1}}\no = cfg['opt']\ncfg['opt']['lr'] = 1.0\noptimizer = SGD(model.parameters(), lr=o['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_nested2",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\na = args\na.lr = 1.0\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_ns",
        ),
        pytest.param(
            "class Cfg:\n    lr = 0.1\nc = Cfg()\nd = c\nd.lr = 1.0\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_class",
        ),
        pytest.param(
            "lrs = [0.1, 0.2]\nl = lrs\nl[0] = 1.0\noptimizer = SGD(model.parameters(), lr=lrs[0])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_list",
        ),
        pytest.param(
            "lrs = [0.1]\nl = lrs\nl.append(1.0)\noptimizer = SGD(model.parameters(), lr=lrs[-1])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_list_append",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef override(c):\n    c['lr'] = 0.3\noverride(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_changes_arg",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef override(cfg):\n    cfg['lr'] = 0.3\noverride(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_changes_arg_same",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\ndef override(a):\n    a.lr = 0.3\noverride(args)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_changes_ns",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1, world=4)\ndef scale(args):\n    args.lr = args.lr * args.world\nscale(args)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_scale",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1, world=4)\ndef scale(args):\n    args.lr *= args.world\nscale(args)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_scale_aug",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef a(c):\n    b(c)\ndef b(d):\n    d['lr'] = 0.3\na(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_nested_call",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nf = lambda c: c.update(lr=0.3)\nf(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="lambda_update",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\n_ = cfg.update(lr=0.3)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="update_result_used",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nTrue and cfg.update(lr=0.3)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="update_and",
        ),
        pytest.param(
            "cfg = {'opt': {'lr': 0.1}}\ncfg.get('opt')['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['opt']['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="get_nested",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\na = args\nsetattr(a, 'lr', 0.3)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setattr_alias",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nobject.__setattr__(args, 'lr', 0.3)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="object_setattr",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nargs.__setattr__('lr', 0.3)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="dunder_setattr",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ncfg.__setitem__('lr', 0.3)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setitem_call",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nvars(args)['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="vars",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nd = vars(args)\nd['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="vars_alias",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nd = vars(args)\nargs.lr = 0.3\noptimizer = SGD(model.parameters(), lr=d['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="vars_alias2",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nargs.__dict__['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="dict_attr_set",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nd = args.__dict__\nd['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="dict_attr_alias",
        ),
        pytest.param(
            "class T:\n    def __init__(self, cfg):\n        cfg['lr'] = 0.3\ncfg = {'lr': 0.1}\nt = T(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="init_changes_cfg",
        ),
        pytest.param(
            "class A:\n    def __init__(self, **kw):\n        self.lr = 0.1\n        for k, v in kw.items():\n            setattr(self, k, v)\nc = A(lr=0.3)\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="init_setattr",
        ),
        pytest.param(
            "class A:\n    lr = 0.1\n    def __init__(self, **kw):\n        self.__dict__.update(kw)\nc = A(lr=0.3)\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="init_dict_update",
        ),
        pytest.param(
            "class A:\n    lr = 0.1\n    def __init__(self, **kw):\n        vars(self).update(kw)\nc = A(lr=0.3)\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="init_vars_update",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ncfg.setdefault('lr', 0.3)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setdefault",
        ),
        pytest.param(
            "cfg = {}\ncfg.setdefault('lr', 0.3)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setdefault2",
        ),
        pytest.param(
            "cfg = {'opt': {'lr': 0.1}}\ncfg.setdefault('opt', {})['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['opt']['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setdefault_nested2",
        ),
        pytest.param(
            "lrs = [0.5]\nl = lrs\nl += [1.0]\noptimizer = SGD(model.parameters(), lr=lrs[-1])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="list_aug",
        ),
        pytest.param(
            "a = b = {'lr': 0.1}\nb['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=a['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="chain_assign_dict",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef override(c):\n    c['lr'] = 0.3\n    return c\ncfg2 = override(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_returns_changed_orig",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('-l', '--lr', type=float, default=0.1)\nargs = p.parse_args(['-l', '0.3'])\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_list_short",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('--lr', type=float, default=0.1)\nargs = p.parse_args(['--lr', '0.3', '--lr', '0.4'])\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_list_twice",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('--lr', type=float, default=0.1)\nargs = p.parse_args(args=['--lr', '0.3'])\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_kw",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.set_defaults(lr=0.3)\np.add_argument('--lr', type=float, default=0.1)\nargs = p.parse_args([])\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_setdef_before",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef show(c):\n    print(c['lr'])\nshow(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="read_fn",
        ),
        pytest.param(
            "cfg = {'lr': 0.1, 'seed': 1}\nc = cfg\nc['seed'] = 2\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="read_other_key",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\ndef setup(args):\n    args.device = 'cpu'\nsetup(args)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="read_other_attr",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef f(cfg):\n    cfg = {'lr': 9}\n    cfg['lr'] = 8\nf(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="fn_rebind_param",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nlr = cfg['lr']\ncfg['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="value_then_change",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\nlr = args.lr\nargs.lr = 0.3\noptimizer = SGD(model.parameters(), lr=lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="value_then_change_ns",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nc = deepcopy(cfg)\nc['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="deepcopy",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nc = cfg.copy()\nc['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="copy_dict",
        ),
        pytest.param(
            "l = [0.1]\nm = l[:]\nm[0] = 0.3\noptimizer = SGD(model.parameters(), lr=l[0])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="list_copy",
        ),
    ],
)
def test_a_value_is_the_one_that_the_text_has_when_it_is_used(text: str) -> None:
    agrees(HEAD + text + LOOP)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "class Cfg:\n    lr = 0.1\nc = Cfg()\nCfg.lr = 1.0\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="alias_class_attr",
        ),
        pytest.param(
            "cfg = {'o': {'lr': 0.1}}\nc = cfg.copy()\nc['o']['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['o']['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="shallow",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nallc = [cfg]\nallc[0]['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="container_alias",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nallc = {'c': cfg}\nallc['c']['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="container_alias2",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nallc = [cfg]\nfor c in allc:\n    c['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="container_alias3",
        ),
        pytest.param(
            "class T: pass\nt = T()\ncfg = {'lr': 0.1}\nt.cfg = cfg\nt.cfg['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="attr_alias",
        ),
        pytest.param(
            "class T:\n    def __init__(self, c): self.c = c\ncfg = {'lr': 0.1}\nt = T(cfg)\nt.c['lr'] = 0.3\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="attr_alias2",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\nlr = cfg.pop('lr')\noptimizer = SGD(model.parameters(), lr=cfg.get('lr', 0.5))\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="pop_key",
        ),
        pytest.param(
            "class Cfg:\n    lr = 0.1\nc = Cfg()\nc.lr = 0.3\ndelattr(c, 'lr')\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="delattr",
        ),
        pytest.param(
            "cfg = {'lr': 0.1}\ndef override(c, **kw):\n    c.update(kw)\noverride(cfg, lr=0.4)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_update",
        ),
        pytest.param(
            "lrs = [0.5, 0.1]\nx = lrs.pop(0)\noptimizer = SGD(model.parameters(), lr=lrs[0])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="list_pop_expr",
        ),
        pytest.param(
            "class T:\n    def __init__(self, cfg):\n        self.cfg = cfg\n        self.cfg['lr'] = 0.3\ncfg = {'lr': 0.1}\nt = T(cfg)\noptimizer = SGD(model.parameters(), lr=cfg['lr'])\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="method_changes_cfg",
        ),
        pytest.param(
            "args = SimpleNamespace(lr=0.1)\ndef put(o, k, v): setattr(o, k, v)\nput(args, 'lr', 0.3)\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setattr_nested_fn",
        ),
        pytest.param(
            "class C:\n    lr = 0.1\n    def __getattribute__(self, k):\n        return 0.3\nc = C()\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="getattr_dyn",
        ),
        pytest.param(
            "class C:\n    def __init__(self):\n        self.lr = 0.1\n    def __setattr__(self, k, v):\n        object.__setattr__(self, k, v * 2)\nc = C()\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="setattr_dunder",
        ),
        pytest.param(
            "class A:\n    def __init__(self):\n        self.lr = 0.1\nclass B(A):\n    def __init__(self):\n        self.lr = 0.3\n        super().__init__()\nc = B()\noptimizer = SGD(model.parameters(), lr=c.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="super_init_order",
        ),
        pytest.param(
            "n = 0\ndef f():\n    global n\n    n += 1\n    return n / 10\nf()\nlr = f()\noptimizer = SGD(model.parameters(), lr=lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="func_state",
        ),
        pytest.param(
            "import contextlib\nlr = 0.1\nwith contextlib.suppress(Exception):\n    raise ValueError\n    lr = 0.3\noptimizer = SGD(model.parameters(), lr=lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="with_suppress_raise",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('--big', action='store_true')\nargs = p.parse_args(['--big'])\noptimizer = SGD(model.parameters(), lr=0.3 if args.big else 0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_flag",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('--lr', type=float, default=0.1)\nargs = p.parse_args([], namespace=argparse.Namespace(lr=0.3))\noptimizer = SGD(model.parameters(), lr=args.lr)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_ns",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('--learning-rate', type=float, default=0.1)\nargs = p.parse_args(['--learn', '0.3'])\noptimizer = SGD(model.parameters(), lr=args.learning_rate)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_list_prefix",
        ),
        pytest.param(
            "p = argparse.ArgumentParser()\np.add_argument('--big', action=argparse.BooleanOptionalAction, default=True)\nargs = p.parse_args(['--no-big'])\noptimizer = SGD(model.parameters(), lr=0.3 if args.big else 0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\n",
            id="argparse_optaction",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\nscheduler.step_size = 2\n",
            id="sched_step_size",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\nscheduler = CosineAnnealingLR(optimizer, 10)\nscheduler.T_max = 20\n",
            id="sched_tmax",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\nscheduler = LambdaLR(optimizer, lambda t: 0.9 ** t)\nscheduler.base_lrs[0] = 0.3\n",
            id="sched_base_lrs_item",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\nscheduler.__dict__['step_size'] = 2\n",
            id="sched_dict",
        ),
        pytest.param(
            "optimizer = SGD(model.parameters(), lr=0.1)\nscheduler = LambdaLR(optimizer, lambda t: 0.9 ** t)\nscheduler.lr_lambdas = [lambda t: 0.5 ** t]\n",
            id="sched_lambdas",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\nsetattr(scheduler, 'step_size', 2)\n",
            id="sched_step_size_setattr",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\ng = optimizer.param_groups[0]\ng['lr'] = 0.3\n",
            id="optimizer_pg_alias",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\noptimizer.param_groups[0].update(lr=0.3)\n",
            id="optimizer_pg_update",
        ),
        pytest.param(
            "\noptimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, step_size=3, gamma=0.5)\nk = 'lr'\noptimizer.param_groups[0][k] = 0.3\n",
            id="optimizer_pg_key",
        ),
    ],
)
def test_what_may_be_changed_is_asked_or_refused_in_a_line(text: str) -> None:
    rates, reading = read(HEAD + text + LOOP, 8)
    assert rates is None
    assert reading.findings[0].line


def test_what_exec_may_set_is_told() -> None:
    _, reading = read("lr = 0.1\nexec(open('x.py').read())\noptimizer = torch.optim.SGD(p, lr=lr)\n", 1)
    assert reading.run is not None
    (finding,) = reading.findings
    assert (finding.severity, finding.line) == ("warning", 2)
