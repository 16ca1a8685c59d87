"""The sentences for what can go wrong in serve, and in a log that is checked."""

from __future__ import annotations

from central_server.failures import (
    CannotServe,
    LogNotTrusted,
    NotFounded,
    PublicAddress,
    ServerFailure,
)
from central_server.verifying import LogIsWrong


def about_serving(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case NotFounded(fact):
            return (
                f"There is no {fact} yet: run `import` first.",
                f"尚无 {fact}：请先运行 import。",
            )
        case LogNotTrusted(_, copy_size, log_size):
            return (
                str(failure),
                f"日志与另存的检查点副本不一致（副本 {copy_size or 0} 条，数据库 {log_size} 条）："
                "为不与已发回执矛盾，服务器不启动；如数据库由备份恢复，请用 "
                "backup 和 restore 由其建立服务器，日志将以新名称继续。",
            )
        case PublicAddress(host):
            return (
                str(failure),
                f"{host} 不是本机地址：请给出 --certfile 和 --keyfile，或由前置代理负责 TLS 时"
                "使用 --behind-proxy。",
            )
        case CannotServe(place, reason):
            return _about_listening(place, reason)
        case LogIsWrong(what, position):
            return (
                f"The log is wrong at {what} {position}: stop serving, keep this folder as it is, "
                "and restore the last good backup beside it.",
                f"日志在 {what} {position} 处有误：请停止服务，原样保留此文件夹，另行恢复备份。",
            )
        case _:
            return None


def _about_listening(place: str, reason: str) -> tuple[str, str]:
    return {
        "in-use": (
            f"{place} is taken or not for this user: choose another --port, or 0 for any free one.",
            f"{place} 已被占用或当前用户无权使用：请另选 --port，或用 0 取任意空闲端口。",
        ),
        "no-address": (
            f"{place} is no address of this machine: check --host.",
            f"{place} 不是本机地址：请检查 --host。",
        ),
        "half": (
            f"{place} alone is not enough: TLS needs both, --certfile and --keyfile.",
            f"仅有 {place} 不够：TLS 须同时给出 --certfile 和 --keyfile。",
        ),
        "unreadable": (
            f"{place} cannot be read: check --certfile and --keyfile, and whether this user may "
            "read both.",
            f"无法读取 {place}：请检查 --certfile 和 --keyfile，以及当前用户是否有权读取。",
        ),
        "certificate": (
            f"{place}: TLS takes --certfile and --keyfile as PEM, the key without a password; "
            "these are not.",
            f"{place}：TLS 所用的 --certfile 和 --keyfile 须为 PEM 文件，密钥不设口令；"
            "所给文件不符。",
        ),
        "mismatch": (
            f"{place}: the key in --keyfile is not this certificate's: give the two that belong "
            "together.",
            f"{place}：--keyfile 中的密钥与此证书不匹配：请给出相互匹配的一对。",
        ),
        "expired": (
            f"{place}: the certificate is not in force today: desks would refuse it; renew it, or "
            "check this machine's clock.",
            f"{place}：证书目前不在有效期内，评审端会拒绝：请更新证书，或检查本机时钟。",
        ),
        "port-file": (
            f"{place} cannot be written, there is no such folder: check --port-file.",
            f"无法写入 {place}，文件夹不存在：请检查 --port-file。",
        ),
    }[reason]
