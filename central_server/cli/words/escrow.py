"""What the command line says about lost passphrases: escrow-key, recover."""

from __future__ import annotations

# key: English, Chinese
ESCROW: dict[str, tuple[str, str]] = {
    "escrow-key": (
        "make the key that opens the desks of people who lost their passphrase and agreed",
        "生成恢复密钥：用于为事先同意且遗失口令的人员打开工作台",
    ),
    "escrow-out": (
        "where to write the escrow key, sealed by a passphrase: best a medium that is kept offline",
        "恢复密钥文件（由口令加密）的位置：最好是离线保管的介质",
    ),
    "escrow-root-key": (
        "the root key's file, which signs the new trust document",
        "根密钥文件，用于签署新的信任文件",
    ),
    "escrow-root-passphrase-file": (
        "file whose first line is the root key's passphrase (else $CENTRAL_ROOT_PASSPHRASE, else "
        "asked)",
        "首行为根密钥口令的文件（否则取 $CENTRAL_ROOT_PASSPHRASE，再否则询问）",
    ),
    "escrow-passphrase-file": (
        "file whose first line is the escrow key's passphrase (else $CENTRAL_ESCROW_PASSPHRASE, "
        "else asked)",
        "首行为恢复密钥口令的文件（否则取 $CENTRAL_ESCROW_PASSPHRASE，再否则询问）",
    ),
    "recover": (
        "answer somebody's recovery request, on the offline machine; no server is needed",
        "在离线机器上答复恢复申请；无需服务器",
    ),
    "recover-request": ("the request's file", "恢复申请文件"),
    "recover-key": ("the escrow key's file", "恢复密钥文件"),
    "recover-out": ("where to write the answer", "答复文件的位置"),
    "recover-code": (
        "the code that the person read over the telephone (else asked)",
        "申请人在电话中读出的核对码（否则询问）",
    ),
    "ask-escrow-passphrase": ("Passphrase for the escrow key: ", "恢复密钥口令："),
    "ask-code": (
        "Code that the person reads over the telephone: ",
        "申请人在电话中读出的核对码：",
    ),
    "escrow-made": (
        "Escrow key written to {path}; trust document no. {number} names it. Keep the file and its "
        "passphrase offline and apart, and start `serve` again.",
        "恢复密钥已写入 {path}；信任文件第 {number} 号已列入。请将文件与口令分开离线保管，并重新"
        "启动 serve。",
    ),
    "recovery-asked": (
        "Device {kid} asks, {asked}. `devices` says whose it is: call that person, at a number "
        "that you know, and have the code read to you.",
        "设备 {kid} 于 {asked} 申请恢复。devices 可查其归属：请用已知号码致电本人，并请其读出核对"
        "码。",
    ),
    "recovery-answered": (
        "The answer is in {path}: send it; only that person's desk can open it. Then `invite "
        "--again`, for the desk needs a new device key.",
        "答复已写入 {path}：请发送给本人，只有其工作台能够打开。随后请用 invite --again 再发邀请，"
        "因工作台需要新的设备密钥。",
    ),
}
