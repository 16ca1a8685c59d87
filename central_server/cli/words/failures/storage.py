"""The sentences for what can go wrong with the server's folder and database."""

from __future__ import annotations

from central_server.failures import (
    DamagedKeyFile,
    HomeExists,
    NewerDatabase,
    NoHome,
    ServerFailure,
    StorageTrouble,
)


def about_storage(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
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
        case StorageTrouble():
            return _about_trouble(failure)
        case _:
            return None


def _about_trouble(failure: StorageTrouble) -> tuple[str, str]:
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
