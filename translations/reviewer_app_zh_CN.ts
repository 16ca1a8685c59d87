<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something went wrong inside the program. Everything you typed was saved as you typed it. You can go on; if it happens again, restart the program and send the details to the secretariat. They may contain words of the case you are reading.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Four or five words in a row are easy to keep in mind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Weak: can be guessed in hours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fair: add another word</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ScoreRow</name>
    <message>
        <source>Cannot judge</source>
        <translation type="unfinished">无法判断</translation>
    </message>
    <message>
        <source>{mark} of 10</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about %n min left</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Reviewer Workstation</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>_Asking</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>_LongActView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>Working …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reaching the server …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sending what you signed …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking what changed …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fetching the list of cases …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fetching cases …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Collecting signed reviews …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Checking signatures …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Closing the round …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking for progress …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Writing reports …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving evidence …</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{here}, {there}</source>
        <translation>{here}，{there}</translation>
    </message>
    <message>
        <source>{time} {place}</source>
        <translation>{place}时间{time}</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <comment>date format</comment>
        <translation>M月d日ddd HH:mm</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>To declare</source>
        <translation>待申报利益冲突</translation>
    </message>
    <message>
        <source>Conflict declared</source>
        <translation>已申报利益冲突</translation>
    </message>
    <message>
        <source>Awaiting release</source>
        <translation>等待发放正文</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>待阅读</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Ready to sign</source>
        <translation>可以签署</translation>
    </message>
    <message>
        <source>Signed, on this computer</source>
        <translation>已签署，存于本机</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Received, held</source>
        <translation>已收到，暂不计入</translation>
    </message>
    <message>
        <source>Score withdrawn</source>
        <translation>评分已撤回</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>已回避</translation>
    </message>
    <message>
        <source>One country (region) only</source>
        <translation>仅涉及一个国家（地区）</translation>
    </message>
    <message>
        <source>Entered before</source>
        <translation>往年已录入</translation>
    </message>
    <message>
        <source>An element in one language only</source>
        <translation>有要素仅一种语言</translation>
    </message>
    <message>
        <source>Country lists differ</source>
        <translation>两种语言所列国家不同</translation>
    </message>
    <message>
        <source>One language</source>
        <translation>仅一种语言</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>无利益冲突</translation>
    </message>
    <message>
        <source>A tie, but I can judge</source>
        <translation>有关联，但不影响评审</translation>
    </message>
    <message>
        <source>Conflict of interest</source>
        <translation>存在利益冲突</translation>
    </message>
    <message>
        <source>Employment or office</source>
        <translation>任职或雇佣</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>经济利益</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>亲属关系</translation>
    </message>
    <message>
        <source>Recent collaboration</source>
        <translation>近期合作</translation>
    </message>
    <message>
        <source>Recommended or collected the case</source>
        <translation>推荐或征集过该案例</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>竞争关系</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>存于本机</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Held: newer version of the app</source>
        <translation>暂不计入：由更新版本的软件签署</translation>
    </message>
    <message>
        <source>Held: this computer's key was revoked</source>
        <translation>暂不计入：本机密钥已吊销</translation>
    </message>
    <message>
        <source>Held: does not fit the rubric</source>
        <translation>暂不计入：与评审标准不符</translation>
    </message>
    <message>
        <source>Held: another version of the case</source>
        <translation>暂不计入：所评为案例的另一版本</translation>
    </message>
    <message>
        <source>Held: arrived after the round closed</source>
        <translation>暂不计入：本轮结束后才送达</translation>
    </message>
    <message>
        <source>Held: the case is not assigned</source>
        <translation>暂不计入：该案例未分配给本人</translation>
    </message>
    <message>
        <source>Held: signed twice on different computers</source>
        <translation>暂不计入：在不同电脑上重复签署</translation>
    </message>
    <message>
        <source>Not counted: cannot be read</source>
        <translation>不计入：无法读取</translation>
    </message>
    <message>
        <source>Not counted: another programme's</source>
        <translation>不计入：属于其他项目</translation>
    </message>
    <message>
        <source>Not counted: not for this role</source>
        <translation>不计入：与身份不符</translation>
    </message>
    <message>
        <source>Not counted: what it replaces is not known</source>
        <translation>不计入：找不到所替代的评分</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Declaration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amendment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Withdrawal</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recusal</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close of a round</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Sync now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Synced {time}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Syncing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reaching the server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sending what is signed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking for news</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking for the batch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fetching the cases</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Getting the cases ready to read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Collecting signed scores</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>Internet Infrastructure Construction</source>
        <translation>网络基础设施建设</translation>
    </message>
    <message>
        <source>Online Cultural Exchanges and Mutual Learning</source>
        <translation>网上文化交流互鉴</translation>
    </message>
    <message>
        <source>Innovative Development of the Digital Economy</source>
        <translation>数字经济创新发展</translation>
    </message>
    <message>
        <source>Cybersecurity Maintenance</source>
        <translation>网络安全保障</translation>
    </message>
    <message>
        <source>Global Governance in Cyberspace</source>
        <translation>网络空间国际治理</translation>
    </message>
    <message>
        <source>Case Background</source>
        <translation>实施背景</translation>
    </message>
    <message>
        <source>International cooperation</source>
        <translation>国际合作</translation>
    </message>
    <message>
        <source>Modalities for implementation</source>
        <translation>实施方式</translation>
    </message>
    <message>
        <source>Benefits to humanity or society</source>
        <translation>普惠作用</translation>
    </message>
    <message>
        <source>Conceptual fit</source>
        <translation>理念契合度</translation>
    </message>
    <message>
        <source>International cooperativeness</source>
        <translation>国际合作性</translation>
    </message>
    <message>
        <source>Benefits to humankind</source>
        <translation>普惠性</translation>
    </message>
    <message>
        <source>F</source>
        <comment>margin letter of Conceptual fit</comment>
        <translation>契</translation>
    </message>
    <message>
        <source>C</source>
        <comment>margin letter of International cooperativeness</comment>
        <translation>合</translation>
    </message>
    <message>
        <source>B</source>
        <comment>margin letter of Benefits to humankind</comment>
        <translation>惠</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>建议列为精品案例</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>建议收录《案例集》</translation>
    </message>
    <message>
        <source>Not in the Casebook</source>
        <translation>不建议收录</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>不太熟悉</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>有所了解</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>非常熟悉</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>中文和英文</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>评审专家</translation>
    </message>
    <message>
        <source>Chair of a panel</source>
        <translation>评审组组长</translation>
    </message>
    <message>
        <source>Head of the review committee</source>
        <translation>评审委员会主任</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>秘书处</translation>
    </message>
    <message>
        <source>Expert {number}</source>
        <translation>专家{number}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>This code cannot be right.</source>
        <translation>邀请码有误。</translation>
    </message>
    <message>
        <source>It has 30 characters in four groups; please compare it with your letter.</source>
        <translation>邀请码共30个字符，分为四组，请对照邀请函核对。</translation>
    </message>
    <message>
        <source>The answer did not come from those who invited you.</source>
        <translation>收到的答复并非来自邀请方。</translation>
    </message>
    <message>
        <source>Somebody on the way may have changed it. Nothing was set up and no key was given away. Try another network, or call the secretariat.</source>
        <translation>答复可能在传输途中被改动。本机未作任何设置，密钥也未外泄。请换一个网络再试，或致电秘书处。</translation>
    </message>
    <message>
        <source>This file is not an invitation letter.</source>
        <translation>这个文件不是邀请函。</translation>
    </message>
    <message>
        <source>{name} cannot be read. You can type the code instead.</source>
        <translation>无法读取{name}。您也可以直接输入邀请码。</translation>
    </message>
    <message>
        <source>The server does not know this code.</source>
        <translation>服务器查不到这个邀请码。</translation>
    </message>
    <message>
        <source>Please compare it with your letter, or ask the secretariat.</source>
        <translation>请对照邀请函核对，或询问秘书处。</translation>
    </message>
    <message>
        <source>This code has been used on another computer.</source>
        <translation>这个邀请码已在另一台电脑上使用。</translation>
    </message>
    <message>
        <source>If that was not you, call the secretariat now. Otherwise ask them for a new code for this computer.</source>
        <translation>如非本人操作，请立即致电秘书处；如是本人，请为这台电脑索取新的邀请码。</translation>
    </message>
    <message>
        <source>This code has expired.</source>
        <translation>邀请码已过期。</translation>
    </message>
    <message>
        <source>Please ask the secretariat for a new one.</source>
        <translation>请向秘书处索取新的邀请码。</translation>
    </message>
    <message>
        <source>This invitation was declined.</source>
        <translation>该邀请已被谢绝。</translation>
    </message>
    <message>
        <source>If you changed your mind, please write to the secretariat.</source>
        <translation>如您改变主意，请致函秘书处。</translation>
    </message>
    <message>
        <source>Too many wrong codes from this network.</source>
        <translation>此网络输错邀请码的次数过多。</translation>
    </message>
    <message>
        <source>The server asks to wait a minute. Your code stays valid.</source>
        <translation>请稍候一分钟再试，您的邀请码仍然有效。</translation>
    </message>
    <message>
        <source>The server offered an older batch than you already have.</source>
        <translation>服务器提供的案例批次比您已有的更旧。</translation>
    </message>
    <message>
        <source>Yours is no. {seen}, the one offered is no. {offered}. Yours stays as it is, and so do your scores. Please tell the secretariat.</source>
        <translation>您现有的是第{seen}号，对方提供的是第{offered}号。您的批次和评分均保持不变，请告知秘书处。</translation>
    </message>
    <message>
        <source>A file arrived damaged.</source>
        <translation>有一个文件在传输中损坏。</translation>
    </message>
    <message>
        <source>{name} was thrown away and nothing of it was used. Sync again to fetch it; everything else is here.</source>
        <translation>{name}已丢弃，其中内容未被使用。请再次同步以重新下载，其余内容都已齐全。</translation>
    </message>
    <message>
        <source>This attachment cannot be shown.</source>
        <translation>无法显示此附件。</translation>
    </message>
    <message>
        <source>{name} is not a PDF that can be drawn. The application's text is not affected.</source>
        <translation>{name}不是可以显示的PDF文件。申报正文不受影响。</translation>
    </message>
    <message>
        <source>{case} is not open on this computer.</source>
        <translation>{case}在本机上尚未开放。</translation>
    </message>
    <message>
        <source>Its text comes after you have declared on it and synced once more.</source>
        <translation>请先就该案例申报利益冲突，再同步一次，即可获得正文。</translation>
    </message>
    <message>
        <source>Something is still missing.</source>
        <translation>还有内容未填写。</translation>
    </message>
    <message>
        <source>Answers needed to sign: {number}.</source>
        <translation>签署前还需填写{number}项。</translation>
    </message>
    <message>
        <source>{case} is signed already.</source>
        <translation>{case}已经签署。</translation>
    </message>
    <message>
        <source>A signed score is never changed; you can amend it.</source>
        <translation>已签署的评分不会被改动；如需调整，请提交更正。</translation>
    </message>
    <message>
        <source>There is no signed score for {case}.</source>
        <translation>{case}没有已签署的评分。</translation>
    </message>
    <message>
        <source>Only a signed score can be amended or withdrawn.</source>
        <translation>只有已签署的评分才能更正或撤回。</translation>
    </message>
    <message>
        <source>Round {number} is still open.</source>
        <translation>第{number}轮评审尚未结束。</translation>
    </message>
    <message>
        <source>Scores are shown and exported once it is closed.</source>
        <translation>本轮结束后方可查看和导出评分。</translation>
    </message>
    <message>
        <source>This is not for your role.</source>
        <translation>您的身份无此权限。</translation>
    </message>
    <message>
        <source>Your certificate does not allow it; nothing was changed.</source>
        <translation>您的证书不允许此操作，未作任何更改。</translation>
    </message>
    <message>
        <source>No connection to {server}.</source>
        <translation>无法连接{server}。</translation>
    </message>
    <message>
        <source>It was not {server} that answered.</source>
        <translation>作出应答的不是{server}。</translation>
    </message>
    <message>
        <source>The server did not accept this request.</source>
        <translation>服务器未接受这一请求。</translation>
    </message>
    <message>
        <source>This network shows a certificate that is not {server}'s.</source>
        <translation>此网络出示的证书不属于{server}。</translation>
    </message>
    <message>
        <source>Nothing was sent. Your work is safe on this computer; try another network.</source>
        <translation>没有发送任何内容。您的工作已安全保存在本机，请换一个网络再试。</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>What arrived is kept, and the rest follows at the next sync. Your work is safe on this computer.</source>
        <translation>已收到的部分已保留，其余部分将在下次同步时继续。您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>The server's record does not continue the one you knew.</source>
        <translation>服务器的记录与您已知的记录不能衔接。</translation>
    </message>
    <message>
        <source>Nothing more is delivered until this is explained. Your signed scores and receipts are safe here. Please call the secretariat.</source>
        <translation>在查明原因之前不再发送任何内容。您签署的评分和回执都安全保存在本机，请致电秘书处。</translation>
    </message>
    <message>
        <source>Its name was not found: this computer may be offline. Your work is safe here and is sent when there is a network.</source>
        <translation>找不到服务器地址，本机可能未联网。您的工作已安全保存在本机，联网后即可发送。</translation>
    </message>
    <message>
        <source>It does not answer. Your work is safe on this computer; try again later.</source>
        <translation>服务器没有应答。您的工作已安全保存在本机，请稍后再试。</translation>
    </message>
    <message>
        <source>The proxy of this network did not let the connection through. Your work is safe on this computer; try another network.</source>
        <translation>此网络的代理服务器未放行连接。您的工作已安全保存在本机，请换一个网络再试。</translation>
    </message>
    <message>
        <source>It took too long to answer. Your work is safe on this computer; try again later.</source>
        <translation>等待应答超时。您的工作已安全保存在本机，请稍后再试。</translation>
    </message>
    <message>
        <source>The connection broke before an answer came. Your work is safe on this computer; sending again is harmless.</source>
        <translation>尚未收到应答连接就已中断。您的工作已安全保存在本机，重复发送不会有任何影响。</translation>
    </message>
    <message>
        <source>A web page came instead, perhaps this network's sign-in page: open a browser, sign in there, and sync again. Your work is safe on this computer.</source>
        <translation>收到的是一个网页，可能是此网络的登录页面：请打开浏览器完成登录，再重新同步。您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>The answer does not carry the server's signature and was not used. Your work is safe on this computer; try another network.</source>
        <translation>答复没有服务器的签名，未予采用。您的工作已安全保存在本机，请换一个网络再试。</translation>
    </message>
    <message>
        <source>It does not know this computer. Please call the secretariat.</source>
        <translation>服务器不认识这台电脑，请致电秘书处。</translation>
    </message>
    <message>
        <source>This computer's key was revoked. Please call the secretariat.</source>
        <translation>本机的密钥已被吊销，请致电秘书处。</translation>
    </message>
    <message>
        <source>It is not for your role. Nothing was changed.</source>
        <translation>您的身份无此权限，未作任何更改。</translation>
    </message>
    <message>
        <source>No cases have been assigned to you yet. Nothing is missing.</source>
        <translation>目前尚未给您分配案例，并无遗漏。</translation>
    </message>
    <message>
        <source>Scores are shown once the round is closed.</source>
        <translation>本轮结束后方可查看评分。</translation>
    </message>
    <message>
        <source>It is busy; the app tries again by itself. Nothing is lost.</source>
        <translation>服务器正忙，软件会自动重试，内容不会丢失。</translation>
    </message>
    <message>
        <source>It was too large. Nothing is lost; tell the secretariat.</source>
        <translation>内容过大。没有任何丢失，请告知秘书处。</translation>
    </message>
    <message>
        <source>Your work is safe on this computer. ({code})</source>
        <translation>您的工作已安全保存在本机。（{code}）</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>What was saved before is safe; the last change is not saved yet. Free some space on the disk of {folder}, and it is saved at once.</source>
        <translation>之前保存的内容是安全的，最后一次改动尚未保存。请在{folder}所在磁盘上腾出一些空间，改动会立即保存。</translation>
    </message>
    <message>
        <source>This folder cannot be written to.</source>
        <translation>无法写入此文件夹。</translation>
    </message>
    <message>
        <source>{folder} is read-only. Nothing was changed; choose another folder, or change its permissions.</source>
        <translation>{folder}为只读，未作任何更改。请选择其他文件夹，或修改其权限。</translation>
    </message>
    <message>
        <source>The disk reported a fault.</source>
        <translation>磁盘报告了故障。</translation>
    </message>
    <message>
        <source>{folder} could not be read or written. What was saved before is kept; close the app and try again, and sync soon.</source>
        <translation>无法读写{folder}。之前保存的内容仍在；请关闭软件后重试，并尽快同步。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Nothing is half done; choose another folder or name.</source>
        <translation>{path}：{reason}。没有留下不完整的文件，请选择其他文件夹或文件名。</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>口令不正确。</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard's language.</source>
        <translation>请检查大小写和键盘输入法。</translation>
    </message>
    <message>
        <source>This passphrase is too short.</source>
        <translation>口令太短。</translation>
    </message>
    <message>
        <source>Use at least {least} characters; four words are good.</source>
        <translation>至少需要{least}个字符，用四个词组成较为合适。</translation>
    </message>
    <message>
        <source>The desk's files are damaged.</source>
        <translation>工作台的文件已损坏。</translation>
    </message>
    <message>
        <source>{folder} cannot be opened; no passphrase would help. What the server has receipted is safe there. Please call the secretariat.</source>
        <translation>无法打开{folder}，任何口令都无济于事。服务器已出具回执的内容在服务器上是安全的，请致电秘书处。</translation>
    </message>
    <message>
        <source>The app is open already.</source>
        <translation>软件已经打开。</translation>
    </message>
    <message>
        <source>Look for its window; two at once would get in each other's way.</source>
        <translation>请找到已打开的窗口；同时打开两个会互相干扰。</translation>
    </message>
    <message>
        <source>This desk was used with a newer version of the app.</source>
        <translation>这个工作台曾用更新版本的软件打开。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please install the newer version and open it again.</source>
        <translation>未作任何更改。请安装新版本后再打开。</translation>
    </message>
</context>
</TS>
