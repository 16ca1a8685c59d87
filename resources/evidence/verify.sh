#!/bin/sh
# Checks the evidence in this folder with openssl, sha256sum and the shell. Nothing is sent.
# 用 openssl、sha256sum 与 shell 核验本文件夹中的证据，不发送任何内容。
# Usage: sh verify.sh        Exit code: 0 all is right, 1 something is not, 2 a tool is missing.

LC_ALL=C
export LC_ALL
umask 077
CDPATH="" cd "$(dirname "$0")" || exit 2
for tool in openssl sha256sum sed tr cut cmp wc tail head find sort uniq cat; do
    command -v "$tool" >/dev/null 2>&1 || { echo "missing tool 缺少工具: $tool"; exit 2; }
done
work="${TMPDIR:-/tmp}/verify-evidence-$$"
mkdir "$work" || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
faults=0

# check "words" command…: one line a check
check() {
    words=$1
    shift
    if "$@" >/dev/null 2>&1; then
        echo "ok    $words"
    else
        echo "WRONG $words"
        faults=$((faults + 1))
    fi
}

# field FILE NAME: the first text or number of this name in canonical JSON
field() {
    tr ',{}' '\n\n\n' <"$1" | sed -n "s/^\"$2\":\"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" | head -n 1
}

unbase64() { openssl base64 -d -A; }

sha() { sha256sum <"$1" | cut -c 1-64; }

same_text() { [ -n "$1" ] && [ "$1" = "$2" ]; }

every_file_is_whole() {
    [ -s SHA256SUMS ] && [ -z "$(sed '/^[0-9a-f]\{64\}  [^ ]\{1,\}$/d' SHA256SUMS)" ] &&
        [ "$(find . -type f | wc -l)" -eq "$(($(wc -l <SHA256SUMS) + 1))" ] &&
        [ -z "$(cut -c 67- SHA256SUMS | sort | uniq -d)" ] &&
        sha256sum -c SHA256SUMS
}

# wrong_files: which files are not as SHA256SUMS has them, or what is wrong with SHA256SUMS
wrong_files() {
    if [ ! -s SHA256SUMS ]; then
        echo "SHA256SUMS: missing or empty 缺失或为空"
        return
    fi
    sed -n '/^[0-9a-f]\{64\}  [^ ]\{1,\}$/!=' SHA256SUMS |
        sed 's/.*/SHA256SUMS, line 第 & 行: not a sum and a name 不是校验值与文件名/'
    sed -n '/^[0-9a-f]\{64\}  [^ ]\{1,\}$/p' SHA256SUMS >"$work/sums"
    cut -c 67- "$work/sums" | sort >"$work/named"
    uniq -d "$work/named" | sed 's/^/SHA256SUMS: two lines for 有两行: /'
    while read -r sum name; do
        if [ ! -f "$name" ]; then
            echo "$name: missing 缺失"
        elif [ "$(sha "$name")" != "$sum" ]; then
            echo "$name: not as SHA256SUMS has it; one of the two was changed" \
                "与 SHA256SUMS 不符，二者之一被改动"
        fi
    done <"$work/sums"
    { cat "$work/named" "$work/named" && echo SHA256SUMS && echo SHA256SUMS &&
        find . -type f | sed 's|^\./||'; } | sort | uniq -u |
        sed 's/$/: not in SHA256SUMS 不在 SHA256SUMS 中/'
}

# signed STEM KEY: the bytes that were signed are made anew from the body and compared
signed() {
    kind=$(field "$1.envelope.json" payloadType)
    field "$1.envelope.json" payload | unbase64 >"$work/body" &&
        cmp -s "$work/body" "$1.json" &&
        field "$1.envelope.json" sig | unbase64 >"$work/sig" &&
        cmp -s "$work/sig" "$1.sig" &&
        { printf 'DSSEv1 %d %s %d ' "${#kind}" "$kind" "$(wc -c <"$1.json")" && cat "$1.json"; } \
            >"$work/signed" &&
        cmp -s "$work/signed" "$1.signed" &&
        openssl pkeyutl -verify -pubin -inkey "$2" -rawin -in "$work/signed" -sigfile "$1.sig"
}

is_kind() {
    [ "$(field "$1.envelope.json" payloadType)" = \
        "application/vnd.practice-review.$2.v1+json" ] && [ "$(field "$1.json" kind)" = "$2" ]
}

# public_key BASE64 FILE: an Ed25519 key of 32 bytes as PEM
public_key() {
    { printf '\060\052\060\005\006\003\053\145\160\003\041\000' &&
        printf '%s' "$1" | unbase64; } >"$work/der" &&
        openssl pkey -pubin -inform DER -in "$work/der" -outform PEM -out "$2"
}

# key_is BASE64 FILE: the file holds this key
key_is() { public_key "$1" "$work/key.pem" && cmp -s "$work/key.pem" "$2"; }

# trusted PURPOSE FILE: the trust document lists this key for this purpose
trusted() {
    for key in $(tr '{' '\n' <trust.json |
        sed -n "s/^\"key\":\"\([^\"]*\)\",\"purpose\":\"$1\".*/\1/p"); do
        key_is "$key" "$2" && return 0
    done
    return 1
}

root_names_deployment() {
    openssl pkey -pubin -in root.pem -outform DER -out "$work/root.der" &&
        same_text "$(sha "$work/root.der")" "$(field trust.json deployment)"
}

# node LEFT RIGHT: the hash above two hashes
node() {
    { printf '\001' && cat "$1" "$2"; } | openssl dgst -sha256 -binary >"$work/node" &&
        mv "$work/node" "$work/hash"
}

# taken FOLDER: the receipt's parts are those beside it
taken() {
    sed -n 's/^extra //p' "$1/receipt.tlog-proof" | head -n 1 | unbase64 >"$work/leaf" &&
        cmp -s "$work/leaf" "$1/leaf.json" || return 1
    sed -n '4,/^$/p' "$1/receipt.tlog-proof" | sed '/^$/,$d' >"$work/hashes"
    number=0
    while read -r hash; do
        number=$((number + 1))
        printf '%s' "$hash" | unbase64 >"$work/one" &&
            cmp -s "$work/one" "$1/proof-$number.bin" || return 1
    done <"$work/hashes"
    [ ! -e "$1/proof-$((number + 1)).bin" ] &&
        sed '1,/^$/d' "$1/receipt.tlog-proof" | sed '/^$/,$d' >"$work/checkpoint" &&
        cmp -s "$work/checkpoint" "$1/checkpoint.txt"
}

# included FOLDER: RFC 6962, from the leaf up to the root in the checkpoint
included() {
    at=$(sed -n '3s/^index //p' "$1/receipt.tlog-proof")
    last=$(($(sed -n '2p' "$1/checkpoint.txt") - 1))
    [ -n "$at" ] && [ "$at" -le "$last" ] || return 1
    { printf '\000' && cat "$1/leaf.json"; } | openssl dgst -sha256 -binary >"$work/hash"
    step=1
    while [ -e "$1/proof-$step.bin" ]; do
        [ "$last" -gt 0 ] || return 1
        if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
            node "$1/proof-$step.bin" "$work/hash" || return 1
            while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do
                at=$((at / 2))
                last=$((last / 2))
            done
        else
            node "$work/hash" "$1/proof-$step.bin" || return 1
        fi
        at=$((at / 2))
        last=$((last / 2))
        step=$((step + 1))
    done
    [ "$last" -eq 0 ] &&
        same_text "$(openssl base64 -A <"$work/hash")" "$(sed -n '3p' "$1/checkpoint.txt")"
}

# noted FOLDER: the log signed this checkpoint, under the name that the trust document gives it
noted() {
    origin=$(field trust.json origin)
    same_text "$(sed -n '1p' "$1/checkpoint.txt")" "$origin" || return 1
    found=1
    sed '1,/^$/d' "$1/receipt.tlog-proof" | sed '1,/^$/d' >"$work/notes"
    while read -r dash name signature; do
        [ "$dash" = "—" ] && [ "$name" = "$origin" ] || continue
        printf '%s' "$signature" | unbase64 | tail -c +5 >"$work/one"
        cmp -s "$work/one" "$1/checkpoint.sig" && found=0
    done <"$work/notes"
    [ "$found" -eq 0 ] && openssl pkeyutl -verify -pubin -inkey log.pem -rawin \
        -in "$1/checkpoint.txt" -sigfile "$1/checkpoint.sig"
}

# leaf_is_certificate FOLDER
leaf_is_certificate() {
    same_text "$(field "$1/leaf.json" type)" certificate/1 &&
        same_text "$(sha "$1/certificate.json")" "$(field "$1/leaf.json" certificate)" &&
        same_text "$(field "$1/certificate.json" kid)" "$(field "$1/leaf.json" kid)"
}

# of_device FOLDER PLACE: the packet names this deployment and the key of this certificate
of_device() {
    same_text "$(header "$1" deployment)" "$(field trust.json deployment)" &&
        same_text "$(header "$1" kid)" "$(field "$2certificate/certificate.json" kid)"
}

# key_of FOLDER: where the key lies that the packet names: here, with the device's earlier keys, or with others'
key_of() {
    kid=$(header "$1" kid)
    case $kid in
    *[!a-z0-9-]* | "") ;;
    *)
        for place in "earlier/$kid/" "devices/$kid/"; do
            [ -d "$place" ] && echo "$place" && return
        done
        ;;
    esac
}

# header FOLDER NAME: a member of the packet's chain header
header() {
    sed 's/.*"header":{\([^}]*\)}.*/{\1}/' "$1/packet.json" >"$work/header" &&
        field "$work/header" "$2"
}

# change_is_packets FOLDER: a later entry of the log says how this packet stands
change_is_packets() {
    same_text "$(field "$1/change/leaf.json" type)" disposition/1 &&
        same_text "$(sha "$1/packet.json")" "$(field "$1/change/leaf.json" packet)"
}

# named_by_hash FILE: the file's name is the document's kind and the hash of its bytes
named_by_hash() {
    name=${1##*/}
    same_text "$name" "${name%-*}-$(sha "$1").json"
}

# leaf_is_assignment FOLDER: the log's entry names the record that the folder's name says
leaf_is_assignment() {
    same_text "$(field "$1/leaf.json" type)" act/1 &&
        same_text "$(field "$1/leaf.json" act)" assign &&
        same_text "$(field "$1/leaf.json" subject)" "${1##*/}"
}

leaf_is_packet() {
    same_text "$(field "$1/leaf.json" type)" leaf/1 &&
        same_text "$(sha "$1/packet.json")" "$(field "$1/leaf.json" packet)" &&
        same_text "$(header "$1" kid)" "$(field "$1/leaf.json" kid)" &&
        same_text "$(header "$1" chain)" "$(field "$1/leaf.json" chain)" &&
        same_text "$(header "$1" seq)" "$(field "$1/leaf.json" seq)"
}

proved_receipt() {
    check "$1: the receipt's parts are the receipt's own 回执各部分与回执一致" taken "$1"
    check "$1: the log's tree holds this entry 日志树中含有该条目" included "$1"
    check "$1: the log signed this checkpoint 日志已签署该检查点" noted "$1"
}

check "every file is as it was written 每个文件均与写入时一致" every_file_is_whole
[ "$faults" -eq 0 ] || wrong_files | tr -d '\000-\011\013-\037\177' | sed 's/^/      /'
check "the root key is this deployment's 根密钥属于本部署" root_names_deployment
check "the trust document is the root's 信任文件由根密钥签名" signed trust root.pem
check "the trust document is one 信任文件类型正确" is_kind trust trust
[ -d devices ] && [ ! -d certificate ] ||
    check "the server key is a trusted one 服务器密钥受信任" trusted server server.pem
check "the log key is a trusted one 日志密钥受信任" trusted log log.pem
own=
[ -d certificate ] || [ ! -d devices ] || own=none  # the evidence of several people
for place in "" earlier/*/ devices/*/; do
    [ -z "$place" ] || [ -d "$place" ] || continue
    [ -n "$place" ] || [ -z "$own" ] || continue
    [ -z "$place" ] || check "$place: the server key is a trusted one 服务器密钥受信任" \
        trusted server "${place}server.pem"
    check "${place}certificate: the server's 证书由服务器签名" \
        signed "${place}certificate/certificate" "${place}server.pem"
    check "${place}certificate: is one 证书类型正确" is_kind "${place}certificate/certificate" certificate
    check "${place}certificate: of this deployment 证书属于本部署" same_text \
        "$(field "${place}certificate/certificate.json" deployment)" "$(field trust.json deployment)"
    [ "${place#earlier/}" = "$place" ] ||
        check "${place}certificate: of the same person 证书属于同一人" same_text \
            "$(field "${place}certificate/certificate.json" person)" \
            "$(field certificate/certificate.json person)"
    check "${place}device.pem: the certificate's key 设备密钥即证书所载" \
        key_is "$(field "${place}certificate/certificate.json" signing_key)" "${place}device.pem"
    check "${place}certificate: the log entry is its own 日志条目对应该证书" \
        leaf_is_certificate "${place}certificate"
    proved_receipt "${place}certificate"
done

packets=0
for folder in packets/*/; do
    folder=${folder%/}
    [ -d "$folder" ] || continue
    packets=$((packets + 1))
    place=$(key_of "$folder")
    check "$folder: signed by the device 由设备签名" signed "$folder/packet" "${place}device.pem"
    check "$folder: of this deployment and device 属于本部署与本设备" of_device "$folder" "$place"
    check "$folder: the log entry is the packet's 日志条目对应该数据包" leaf_is_packet "$folder"
    proved_receipt "$folder"
    [ ! -d "$folder/change" ] || {
        check "$folder/change: the log entry is about the packet 日志条目对应该数据包" change_is_packets "$folder"
        proved_receipt "$folder/change"
        echo "      by now 现为 $(field "$folder/change/leaf.json" disposition)," \
            "leaf 日志位置 $(sed -n '3s/^index //p' "$folder/change/receipt.tlog-proof")"
    }
    echo "      received 接收 $(field "$folder/leaf.json" received)," \
        "$(field "$folder/leaf.json" disposition)," \
        "leaf 日志位置 $(sed -n '3s/^index //p' "$folder/receipt.tlog-proof")"
done
for folder in draws/*/; do
    folder=${folder%/}
    [ -d "$folder" ] || continue
    check "$folder: the log entry names this assignment 日志条目对应该次分配" leaf_is_assignment "$folder"
    proved_receipt "$folder"
done
for file in documents/*; do
    [ -e "$file" ] || continue
    check "$file: what its name says 与文件名所示一致" named_by_hash "$file"
done
check "there is at least one packet 至少有一个数据包" [ "$packets" -gt 0 ]

echo
echo "root key 根密钥 SHA-256: $(sha "$work/root.der" 2>/dev/null)"
echo "Compare it with the one that the organiser published. 请与组织方公布的指纹核对。"
if [ "$faults" -eq 0 ]; then
    echo "All is right, $packets packet(s). 全部核验通过，共 $packets 个数据包。"
    echo "This proves what is here, not that nothing else exists. 只证明所含内容，不证明此外别无其他。"
    exit 0
fi
echo "$faults check(s) failed. $faults 项核验未通过。"
exit 1
