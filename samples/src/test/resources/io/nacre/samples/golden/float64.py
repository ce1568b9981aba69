"""Computes float64.json: the losses of 20 training steps by PyTorch, in float64.

    python float64.py processor/src/test/resources/golden/train > float64.json

Networks, first weights and images are those of MXNet's golden runs: see rule and data in their
case.json. With a second argument it computes in float32 instead: `float32` as PyTorch does, and
`sums` with the sums of batch normalization as MXNet 1.9.1 adds them, one number after the other.
Made with PyTorch 2.13 and numpy 2.4.
"""

import ast
import gzip
import json
import math
import sys

import numpy as np
import torch
import torch.nn.functional as F

FOLDER, KIND = sys.argv[1], (sys.argv[2:] + ["float64"])[0]
TYPE = torch.float64 if KIND == "float64" else torch.float32
BATCH, EPSILON, RATE, MOMENTUM = 32, 1e-3, 0.02, 0.9


def idx(name):
    data = gzip.open(f"{FOLDER}/train-1920-{name}-ubyte.gz").read()
    dims = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(data[3])]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(dims)).reshape(dims)


def first_weights(name, shape):
    h = 0x811C9DC5
    for letter in name.encode():
        h = ((h ^ letter) * 0x01000193) & 0xFFFFFFFF
    u = ((np.arange(math.prod(shape), dtype=np.uint64) * 2654435761) & 0xFFFFFFFF) ^ np.uint64(h)
    u = ((u ^ (u >> np.uint64(16))) * 0x85EBCA6B) & 0xFFFFFFFF
    u = ((u ^ (u >> np.uint64(13))) * 0xC2B2AE35) & 0xFFFFFFFF
    r = (u ^ (u >> np.uint64(16))).astype(np.float64) / 2**32 - 0.5
    if name.endswith("gamma"):
        r = 1 + 0.2 * r
    elif name.endswith("weight") and len(shape) > 1:
        r = r * 2 * math.sqrt(6 / math.prod(shape[1:]))
    else:
        r = 0.2 * r
    return torch.tensor(r.astype(np.float32).reshape(shape)).to(TYPE).requires_grad_(True)


def in_order(rows):
    return np.add.accumulate(rows, 1, dtype=np.float32)[:, -1]


class MxnetBatchNorm(torch.autograd.Function):
    """Each channel is a row; every sum is one chain of float32 additions."""

    @staticmethod
    def rows(x):
        return np.ascontiguousarray(x.numpy().transpose(1, 0, 2, 3)).reshape(x.shape[1], -1)

    @staticmethod
    def image(rows, shape):
        n, c, h, w = shape
        image = rows.reshape(c, n, h, w).transpose(1, 0, 2, 3)
        return torch.from_numpy(np.ascontiguousarray(image))

    @staticmethod
    def forward(ctx, x, gamma, beta):
        rows, gamma, beta = MxnetBatchNorm.rows(x), gamma.numpy(), beta.numpy()
        n = np.float32(rows.shape[1])
        centred = rows - (in_order(rows) / n)[:, None]
        inverse = 1 / np.sqrt(in_order(centred * centred) / n + np.float32(EPSILON))
        ctx.kept = centred, inverse, gamma.copy(), x.shape
        y = centred * inverse[:, None] * gamma[:, None] + beta[:, None]
        return MxnetBatchNorm.image(y, x.shape)

    @staticmethod
    def backward(ctx, dy):
        centred, inverse, gamma, shape = ctx.kept
        rows = MxnetBatchNorm.rows(dy)
        n = np.float32(rows.shape[1])
        dbeta, dot = in_order(rows), in_order(centred * rows)
        dx = rows - (dbeta / n)[:, None] - centred * (dot * inverse * inverse / n)[:, None]
        dx = MxnetBatchNorm.image(dx * (inverse * gamma)[:, None], shape)
        return dx, torch.from_numpy(dot * inverse), torch.from_numpy(dbeta)


def layer(node, inputs):
    attribute = lambda name: ast.literal_eval(node["attrs"][name])
    match node["op"]:
        case "Convolution":
            return F.conv2d(*inputs, stride=attribute("stride"), padding=attribute("pad"))
        case "BatchNorm" if KIND == "sums":
            return MxnetBatchNorm.apply(inputs[0].contiguous(), inputs[1], inputs[2])
        case "BatchNorm":
            return F.batch_norm(inputs[0], None, None, inputs[1], inputs[2], True, 0, EPSILON)
        case "Activation":
            return F.relu(inputs[0])
        case "Concat":
            return torch.cat(inputs, 1)
        case "elemwise_add":
            return inputs[0] + inputs[1]
        case "Pooling" if node["attrs"].get("global_pool") == "True":
            return inputs[0].mean((2, 3), keepdim=True)
        case "Pooling":
            return F.max_pool2d(
                inputs[0], attribute("kernel"), attribute("stride"), attribute("pad")
            )
        case "Flatten":
            return inputs[0].flatten(1)
        case "FullyConnected":
            return F.linear(*inputs)
        case "SoftmaxOutput":
            return inputs[0]


def losses(network, steps=20):
    case = json.load(open(f"{FOLDER}/{network}/case.json"))
    nodes = json.load(open(f"{FOLDER}/{network}/symbol.json"))["nodes"]
    images, labels = idx("images-idx3"), idx("labels-idx1")
    weights = {
        name: first_weights(name, case["argument_shapes"][name])
        for name in case["arguments"]
        if name not in ("data", "softmax_label")
    }
    velocity = {name: torch.zeros_like(weight) for name, weight in weights.items()}
    result = []
    for step in range(steps):
        rows = slice(step * BATCH, (step + 1) * BATCH)
        data = (images[rows] / 255).astype(np.float32)[:, None].repeat(3, 1)
        label = torch.tensor(labels[rows].astype(np.int64))
        values = []
        for node in nodes:
            if node["op"] == "null":
                given = torch.tensor(data).to(TYPE) if node["name"] == "data" else None
                values.append(weights.get(node["name"], given))
            else:
                values.append(layer(node, [values[i[0]] for i in node["inputs"]]))
        F.cross_entropy(values[-1], label, reduction="sum").backward()
        result.append(float(F.cross_entropy(values[-1].detach().double(), label)))
        with torch.no_grad():
            for name, weight in weights.items():
                velocity[name] = MOMENTUM * velocity[name] - RATE * (weight.grad / BATCH)
                weight += velocity[name]
                weight.grad = None
    return result


print(json.dumps({name: losses(name) for name in ("inception_bn_28", "resnet20")}, indent=2))
