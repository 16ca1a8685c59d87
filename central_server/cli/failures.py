"""Every failure that an operator can meet, as one sentence: what, where, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from central_server.cli.failures_devices import about_devices
from central_server.cli.failures_escrow import about_escrow
from central_server.cli.failures_files import about_files
from central_server.cli.failures_keeping import about_keeping
from central_server.cli.failures_notices import about_notices
from central_server.cli.failures_rounds import about_rounds
from central_server.failures import (
    CannotServe,
    DamagedKeyFile,
    HomeExists,
    LogNotTrusted,
    NewerDatabase,
    NoHome,
    NotFounded,
    PublicAddress,
    ServerFailure,
    StorageTrouble,
)
from central_server.founding import SHORTEST_PASSPHRASE, CannotFound
from central_server.inviting import CannotInvite
from central_server.people import NotOnePerson
from central_server.plurals import Figure
from central_server.revocation import CannotRevoke
from central_server.verifying import LogIsWrong
from review_protocol.documents.text import Language


@dataclass(eq=False)
class BadArgument(ServerFailure):
    """An argument of the command line that cannot be meant; both sentences are ready."""

    english: str
    chinese: str


def failure_sentence(failure: ServerFailure, language: Language) -> str:
    """The sentence; a failure without one of its own says its own English."""
    both = _both(failure)
    return str(failure) if both is None else both[int(language is Language.ZH)]


def _both(failure: ServerFailure) -> tuple[str, str] | None:
    match failure:
        case BadArgument(english, chinese):
            return english, chinese
        case NoHome(path, missing):
            return (
                f"{path} is not the folder of a central server ({missing} is missing): "
                "give --home, or found one with `init`.",
                f"{path} 不是中央服务器的文件夹（缺少 {missing}）：请给出 --home，或用 init 建立。",
            )
        case HomeExists(path):
            return (
                f"{path} is not empty, and nothing is overwritten: choose another --home.",
                f"{path} 不是空文件夹，不会覆盖任何内容：请另选 --home。",
            )
        case DamagedKeyFile(path):
            return (
                f"{path} does not hold a key of 32 bytes in hex: put it back from the backup.",
                f"{path} 不是 32 字节的十六进制密钥：请从备份恢复。",
            )
        case NewerDatabase(found, known):
            return (
                f"The database has version {found}, this server knows up to {known}: "
                "run the newer server; nothing was changed.",
                f"数据库版本为 {found}，本服务器只支持到 {known}：请运行新版服务器；未作任何更改。",
            )
        case _:
            return (
                _about_storage(failure)
                or _about_serving(failure)
                or _about_founding(failure)
                or _about_people(failure)
                or _about_devices(failure)
                or about_rounds(failure)
                or about_keeping(failure)
                or about_escrow(failure)
                or about_devices(failure)
                or about_files(failure)
                or about_notices(failure)
            )


def _about_serving(failure: ServerFailure) -> tuple[str, str] | None:
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
        "certificate": (
            f"{place}: TLS needs --certfile and --keyfile, both readable PEM, made for each other, "
            "the key without a password.",
            f"{place}：TLS 需要 --certfile 和 --keyfile，二者均为可读且相互匹配的 PEM 文件，"
            "密钥不设口令。",
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


def _about_storage(failure: ServerFailure) -> tuple[str, str] | None:
    if not isinstance(failure, StorageTrouble):
        return None
    path = failure.path
    return {
        "read-only": (
            f"{path} cannot be written to by this user: nothing was changed; give the folder back "
            "to the server's user, or run as that user.",
            f"当前用户无法写入 {path}：未作任何更改；请将该文件夹的权限归还服务器用户，或以该用户"
            "身份运行。",
        ),
        "full": (
            f"The disk of {path} is full: nothing was changed; free some space and try again.",
            f"{path} 所在磁盘已满：未作任何更改；请腾出空间后重试。",
        ),
        "fault": (
            f"The disk of {path} reported a fault: nothing was changed; check the disk.",
            f"{path} 所在磁盘出错：未作任何更改；请检查磁盘。",
        ),
        "damaged": (
            f"The database in {path} is damaged: keep this folder as it is, and restore the last "
            "good backup beside it.",
            f"{path} 中的数据库已损坏：请原样保留此文件夹，另行恢复备份。",
        ),
        "busy": (
            f"The database in {path} is in use: nothing was changed; try again.",
            f"{path} 中的数据库正被占用：未作任何更改；请重试。",
        ),
    }[failure.kind]


def _about_founding(failure: ServerFailure) -> tuple[str, str] | None:
    if not isinstance(failure, CannotFound):
        return None
    path = failure.path
    return {
        "root-exists": (
            f"{path} exists, and a root key is never overwritten: choose another --root-key.",
            f"{path} 已存在，根密钥绝不覆盖：请另选 --root-key。",
        ),
        "root-inside": (
            f"{path} lies in the server's folder: keep the root key apart, best on another medium.",
            f"{path} 在服务器文件夹之内：根密钥须另行保管，最好用另一介质。",
        ),
        "no-folder": (
            f"{path} is not a folder: make it, or choose another place for the root key.",
            f"{path} 不是文件夹：请先创建，或为根密钥另选位置。",
        ),
        "short-passphrase": (
            f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters: take a longer one.",
            f"口令少于 {SHORTEST_PASSPHRASE} 个字符：请使用更长的口令。",
        ),
        "origin": (
            "The origin must be printable, without spaces and “+”: such as "
            "reviews.example.org/log/1.",
            "日志名称只能用可见字符，不含空格和“+”：例如 reviews.example.org/log/1。",
        ),
    }[failure.reason]


def _about_people(failure: ServerFailure) -> tuple[str, str] | None:
    match failure:
        case NotOnePerson(which, False):
            return (
                f"There is no “{which}”: give an id or a name as `people` lists them.",
                f"没有“{which}”：请给出 people 所列的编号或姓名。",
            )
        case NotOnePerson(which):
            return (
                f"More than one person is called “{which}”: give the id.",
                f"有多人名为“{which}”：请给出编号。",
            )
        case CannotInvite(name, reason, given):
            return _about_inviting(name, given)[reason]
        case _:
            return None


def _about_inviting(name: str, given: str) -> dict[str, tuple[str, str]]:
    return {
        "panel-needed": (
            f"{name}: a chair needs a --panel; nobody was invited.",
            f"{name}：组长须指定 --panel；未邀请任何人。",
        ),
        "no-such-panel": (
            f"{name}: the programme has no panel “{given}”; nobody was invited.",
            f"{name}：项目没有评审组“{given}”；未邀请任何人。",
        ),
        "no-such-country": (
            f"{name}: “{given}” is no code of a country (region); nobody was invited.",
            f"{name}：没有国家（地区）代码“{given}”；未邀请任何人。",
        ),
        "no-such-person": (
            f"There is nobody with the id {name}: `people` lists everybody.",
            f"没有编号为 {name} 的人员：people 可列出所有人。",
        ),
    }


def _about_devices(failure: ServerFailure) -> tuple[str, str] | None:
    if not isinstance(failure, CannotRevoke):
        return None
    kid, leaves = failure.kid, failure.leaves
    return {
        "no-such-device": (
            f"There is no device {kid}: `devices` lists them all; nothing was revoked.",
            f"没有设备 {kid}：devices 可列出全部设备；未撤销任何内容。",
        ),
        "no-such-leaf": (
            f"The log has {Figure(leaves):leaf|leaves}: give --from-leaf from 0 to {leaves}; "
            "nothing was revoked.",
            f"日志共 {leaves} 条：--from-leaf 须为 0 至 {leaves}；未撤销任何内容。",
        ),
        "no-reason": (
            "A revocation is recorded with its --reason, of 1 to 500 characters; nothing was "
            "revoked.",
            "撤销须注明 --reason（1 至 500 个字符）；未撤销任何内容。",
        ),
    }[failure.reason]
