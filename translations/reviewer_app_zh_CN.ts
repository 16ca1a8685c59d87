<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>AgainCard</name>
    <message>
        <source>This desk needs a code to sync</source>
        <translation>此工作台需凭邀请码方可同步</translation>
    </message>
    <message>
        <source>It has new keys, so the server does not know it yet. Ask the secretariat for an invitation for another computer, and enter its code. You can go on reading and signing; what you sign is sent after this.</source>
        <translation>工作台已换用新的密钥，服务器尚不认识。请向秘书处索取用于另一台计算机的邀请，并输入其中的邀请码。您可以继续阅读和签署；签署的内容随后发送。</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Enrol this computer again</source>
        <translation>重新登记本机</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Do you approve this text?</source>
        <translation>您是否同意这段文字？</translation>
    </message>
    <message>
        <source>Your answer is signed; your last one stands.</source>
        <translation>您的答复将签署，以最后一次为准。</translation>
    </message>
    <message>
        <source>What is wrong with it, if anything</source>
        <translation>如有不妥，请写明</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>提出异议</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>Your answers</source>
        <translation>您的评审意见</translation>
    </message>
    <message>
        <source>Please read them once more.</source>
        <translation>请再通读一遍。</translation>
    </message>
    <message>
        <source>What you signed</source>
        <translation>您已签署的内容</translation>
    </message>
    <message>
        <source>Facts beside the score</source>
        <translation>评分之外的客观信息</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
</context>
<context>
    <name>AreaRow</name>
    <message>
        <source>at least {least}</source>
        <translation>至少{least}个</translation>
    </message>
    <message>
        <source>no minimum</source>
        <translation>无下限</translation>
    </message>
    <message>
        <source>{area}: ask for fewer</source>
        <translation>{area}：减少下限</translation>
    </message>
    <message>
        <source>{area}: ask for more</source>
        <translation>{area}：增加下限</translation>
    </message>
</context>
<context>
    <name>Arranged</name>
    <message>
        <source>Areas, countries (regions) and minima</source>
        <translation>领域、国家（地区）与下限</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask the secretariat</source>
        <translation>向秘书处提问</translation>
    </message>
    <message>
        <source>Your question is signed and delivered like a score; only the secretariat reads it. Please write nothing of your marks. The answer comes to this screen.</source>
        <translation>问题与评分一样签名并送达，只有秘书处能看到。请不要写出您的打分。答复将显示在本页。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>In general</source>
        <translation>一般问题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>签名并发送</translation>
    </message>
</context>
<context>
    <name>AskTranslation</name>
    <message>
        <source>Ask for a translation</source>
        <translation>请求译文</translation>
    </message>
    <message>
        <source>Into {language}</source>
        <translation>译成{language}</translation>
    </message>
    <message>
        <source>Please let me have case {number} in {language} as well: it is here in one language only.</source>
        <translation>请一并提供案例{number}的{language}文本：这里只有一种语言。</translation>
    </message>
    <message>
        <source>Please let me have “{element}” of case {number} in {language} as well: this element is here in one language only.</source>
        <translation>请一并提供案例{number}中“{element}”的{language}文本：这一部分只有一种语言。</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made by itself after each signature and every hour, locked like the desk, and each read back when it was made. They lie on this computer: they do not help where it is lost.</source>
        <translation>每次签署后及每小时自动备份，与工作台一样加锁，并在写成后逐份回读核对。备份存于本机；如本机遗失，则无济于事。</translation>
    </message>
    <message>
        <source>There is none yet. The first is made with your next signature.</source>
        <translation>尚无备份。下次签署后将自动备份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Backed up, and read back.</source>
        <translation>已备份并回读核对。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>CaseAside</name>
    <message>
        <source>Read every opinion</source>
        <translation>查看全部评审意见</translation>
    </message>
    <message>
        <source>As if: {asked}. These are not the figures that count.</source>
        <translation>假设：{asked}。这些并非正式数字。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>with international partners</source>
        <translation>与国际合作方联合申报</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>涉及国家（地区）数</translation>
    </message>
    <message>
        <source>Joint application</source>
        <translation>联合申报</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Back to the table</source>
        <translation>返回总表</translation>
    </message>
    <message>
        <source>Read the application</source>
        <translation>阅读申报材料</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>评审意见</translation>
    </message>
    <message>
        <source>Among the others</source>
        <translation>与其他案例相比</translation>
    </message>
</context>
<context>
    <name>CaseTalk</name>
    <message>
        <source>Opinions</source>
        <translation>评审意见</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>入选评语</translation>
    </message>
    <message>
        <source>What is shown of the case</source>
        <translation>显示案例的哪一部分</translation>
    </message>
    <message>
        <source>Discussion: {count}, {new} new</source>
        <translation>讨论：{count}条，{new}条未读</translation>
    </message>
    <message>
        <source>Discussion: {count}</source>
        <translation>讨论：{count}条</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
</context>
<context>
    <name>ChartGestures</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>As picture</source>
        <translation>以图显示</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>以表显示</translation>
    </message>
    <message>
        <source>Picture for letters and slides (PNG)</source>
        <translation>图片，用于信函和幻灯片（PNG）</translation>
    </message>
    <message>
        <source>Drawing, sharp at any size (SVG)</source>
        <translation>矢量图，任意放大仍清晰（SVG）</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>表格，用于电子表格软件（CSV）</translation>
    </message>
    <message>
        <source>Save this chart</source>
        <translation>保存此图</translation>
    </message>
</context>
<context>
    <name>CitationBody</name>
    <message>
        <source>The text that stands</source>
        <translation>现行文字</translation>
    </message>
    <message>
        <source>Another text came before yours, which stands below and does not count.</source>
        <translation>他人的文字先于您的到达；您的列在下方，不作数。</translation>
    </message>
    <message>
        <source>A new text</source>
        <translation>新的文字</translation>
    </message>
    <message>
        <source>Both languages are needed; what you type is kept.</source>
        <translation>中英文都须填写；所写内容随时保存。</translation>
    </message>
    <message>
        <source>Read back and sign…</source>
        <translation>复核并签署…</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>弃用草稿</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation>以前的文字</translation>
    </message>
    <message>
        <source>Write the citation</source>
        <translation>撰写入选评语</translation>
    </message>
    <message>
        <source>Write another text</source>
        <translation>另写一段</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>Close this round on this computer</source>
        <translation>在本机结束本轮</translation>
    </message>
    <message>
        <source>Close this round here…</source>
        <translation>在本机结束本轮…</translation>
    </message>
    <message>
        <source>No cases have come yet; there is nothing to erase.</source>
        <translation>尚未收到案例，没有需要清除的内容。</translation>
    </message>
    <message>
        <source>Round {number} is closed on this computer: its texts are erased, your receipts are here.</source>
        <translation>第{number}轮已在本机结束：文本已清除，您的回执保留在此。</translation>
    </message>
    <message>
        <source>When your work on round {number} is done: the applications and what you wrote about them are erased here, as you undertook; your receipts stay.</source>
        <translation>第{number}轮评审完成后，按您的承诺，在本机清除申报材料及您所写的内容；回执予以保留。</translation>
    </message>
    <message>
        <source>Without a receipt: {count}. I have handed these in as a file; on this computer they cannot be sent again.</source>
        <translation>尚无回执：{count}份。我已用文件交付这些内容，并知悉本机此后无法再次发送。</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close round {number} on this computer?</source>
        <translation>在本机结束第{number}轮？</translation>
    </message>
    <message>
        <source>This cannot be undone, and it is signed, so that the secretariat knows.</source>
        <translation>此操作无法撤销，并由您签署，以告知秘书处。</translation>
    </message>
    <message>
        <source>Erase and close</source>
        <translation>清除并结束</translation>
    </message>
    <message>
        <source>Erased: cases: {cases}; drafts: {drafts}; backups: {backups}.</source>
        <translation>清除：案例{cases}件；草稿{drafts}次；备份{backups}份。</translation>
    </message>
    <message>
        <source>Kept: your receipts and what you signed, locked: {packets}.</source>
        <translation>保留：回执及签署记录{packets}份，仍加锁。</translation>
    </message>
    <message>
        <source>Copies that you made elsewhere are yours to delete.</source>
        <translation>您另存于别处的副本请自行删除。</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Invitation code</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>27 letters and digits in four groups, from your letter; capitals and hyphens do not matter.</source>
        <translation>邀请函中的邀请码由27个字母和数字组成，分为四组；大小写和连字符均无影响。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>It stands in your letter, below the code.</source>
        <translation>见邀请函，在邀请码下方。</translation>
    </message>
    <message>
        <source>Open the letter&apos;s file…</source>
        <translation>打开邀请函文件…</translation>
    </message>
    <message>
        <source>You can also drop the letter&apos;s file here. If the code does not work, answer the letter: the secretariat&apos;s address is in it.</source>
        <translation>也可以把邀请函文件拖到这里。如果邀请码无法使用，请回复邀请函：信中有秘书处的联系方式。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在联系服务器…</translation>
    </message>
    <message>
        <source>Invitation letter</source>
        <translation>邀请函</translation>
    </message>
</context>
<context>
    <name>CommentField</name>
    <message>
        <source>No room left: {count} characters at most</source>
        <translation>写满了，最多{count}个字符</translation>
    </message>
</context>
<context>
    <name>CommentaryView</name>
    <message>
        <source>Back to the practice case</source>
        <translation>返回练习案例</translation>
    </message>
    <message>
        <source>Your judgement and the commentary</source>
        <translation>您的评判与参考点评</translation>
    </message>
    <message>
        <source>One way to judge this case, among others. Where yours differs, what counts is whether your comment says why.</source>
        <translation>这只是评判该案例的一种思路。您的看法与之不同也无妨，要紧的是评语写清了理由。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新练习</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>回到工作台</translation>
    </message>
    <message>
        <source>Overall recommendation</source>
        <translation>总体建议</translation>
    </message>
    <message>
        <source>Where the two languages differ</source>
        <translation>两种文本的不一致之处</translation>
    </message>
    <message>
        <source>Did you see both? The reader marks them, and says nothing of who is right.</source>
        <translation>您都留意到了吗？阅读界面会标出不一致之处，但不判断哪一版正确。</translation>
    </message>
    <message>
        <source>You: cannot judge</source>
        <translation>您：无法判断</translation>
    </message>
    <message>
        <source>You: no mark yet</source>
        <translation>您：尚未打分</translation>
    </message>
    <message>
        <source>You: {mark}</source>
        <translation>您：{mark}分</translation>
    </message>
    <message>
        <source>The commentary: {low} to {high}</source>
        <translation>参考点评：{low}至{high}分</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>您的评语</translation>
    </message>
    <message>
        <source>The commentary</source>
        <translation>参考点评</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>You: {own} · The commentary: {theirs}</source>
        <translation>您：{own} · 参考点评：{theirs}</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <source>Comparison of all panels</source>
        <translation>全体评审组的比较结果</translation>
    </message>
    <message>
        <source>Issuing the comparison…</source>
        <translation>正在发布比较结果…</translation>
    </message>
    <message>
        <source>Issue the comparison…</source>
        <translation>发布比较结果…</translation>
    </message>
</context>
<context>
    <name>ConnectionCard</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Where does the way to the server end?</source>
        <translation>连接服务器的哪一步出了问题？</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>ConnectionView</name>
    <message>
        <source>Hand-in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>代理设置…</translation>
    </message>
    <message>
        <source>The text is for the secretariat: it holds addresses and names of certificates, no score and no password.</source>
        <translation>文本供秘书处查看：含地址与证书名称，不含评分和密码。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>By area</source>
        <translation>按领域</translation>
    </message>
    <message>
        <source>Listed, of all in order. A minimum changes no list: it tells what would change.</source>
        <translation>入列数/全部。设下限不会改变名单，只说明会有哪些变化。</translation>
    </message>
    <message>
        <source>By the applicant’s country (region)</source>
        <translation>按申报单位的国家（地区）</translation>
    </message>
    <message>
        <source>What follows, and no more: minima can be asked about by area only.</source>
        <translation>此处只说明结果：下限只能按领域提出。</translation>
    </message>
    <message>
        <source>and {count} more, with {listed} listed cases</source>
        <translation>另有{count}个，共入列{listed}个案例</translation>
    </message>
</context>
<context>
    <name>Corrected</name>
    <message>
        <source>See what changed</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>This case was corrected after you signed your score.</source>
        <translation>您签署评分之后，此案例作了更正。</translation>
    </message>
    <message>
        <source>Your score stands for the text that you read, until you confirm it for this one or change it.</source>
        <translation>您的评分仍对应您当时阅读的文本，直到您为新文本确认或修改评分。</translation>
    </message>
    <message>
        <source>This case was corrected; you read the new text.</source>
        <translation>此案例已更正；您看到的是新文本。</translation>
    </message>
</context>
<context>
    <name>CorrectionView</name>
    <message>
        <source>Back to the desk</source>
        <translation>返回工作台</translation>
    </message>
    <message>
        <source>Read the case</source>
        <translation>阅读案例</translation>
    </message>
    <message>
        <source>Confirm for the new text…</source>
        <translation>为新文本确认评分…</translation>
    </message>
    <message>
        <source>{added} and underlined: added. {removed} and struck through: removed.</source>
        <translation>{added}加下划线：新增；{removed}加删除线：删去。</translation>
    </message>
    <message>
        <source>What changed in {case}</source>
        <translation>{case}的改动</translation>
    </message>
    <message>
        <source>Read, and change the score</source>
        <translation>阅读并修改评分</translation>
    </message>
    <message>
        <source>This case was not corrected since it came to this computer.</source>
        <translation>此案例到达本机后未作更正。</translation>
    </message>
    <message>
        <source>Confirm your score for version {now}?</source>
        <translation>为第{now}版确认评分？</translation>
    </message>
    <message>
        <source>The same marks, comments and quotes are signed again, for the text as it is now. The earlier score stays in the log, and this one takes its place.</source>
        <translation>将以相同的分数、评语和引文，针对现在的文本重新签名。先前的评分保留在日志中，由新的评分取代。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>from version {before} to version {now}</source>
        <translation>由第{before}版改为第{now}版</translation>
    </message>
    <message>
        <source>Your score is signed for the new text.</source>
        <translation>已为新文本签署评分。</translation>
    </message>
    <message>
        <source>It is on this computer and goes with the next sync.</source>
        <translation>评分已存于本机，下次同步时送出。</translation>
    </message>
    <message>
        <source>Your score was signed for version {scored}.</source>
        <translation>您的评分是针对第{scored}版签署的。</translation>
    </message>
    <message>
        <source>It stands for that version until you confirm it for the new text or change it. The chair sees which version each score was signed for.</source>
        <translation>在您为新文本确认或修改之前，评分仍对应该版本。组长能看到每份评分对应的版本。</translation>
    </message>
    <message>
        <source>Your score is for the text as it is now.</source>
        <translation>您的评分对应现在的文本。</translation>
    </message>
    <message>
        <source>Practice Name</source>
        <translation>案例名称</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Other participating organisations</source>
        <translation>其他参与机构</translation>
    </message>
    <message>
        <source>Recommended by</source>
        <translation>推荐单位</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>Chinese text</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English text</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Paragraphs: {changed} changed, {same} as they were</source>
        <translation>段落：{changed}处改动，{same}处未变</translation>
    </message>
    <message>
        <source>Confirmed for version {now} of the case.</source>
        <translation>已为案例第{now}版确认。</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>How each score counts</source>
        <translation>每个评分如何计入</translation>
    </message>
    <message>
        <source>No score of this case counts yet.</source>
        <translation>此案例尚无计入的评分。</translation>
    </message>
    <message>
        <source>What if without the review of {expert}</source>
        <translation>假设不计{expert}的评审</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Everything you typed was saved as you typed it. You can go on; if it happens again, restart the program and send the details to the secretariat. They may contain words of the case you are reading.</source>
        <translation>程序内部发生了错误。您输入的内容已随时保存，可以继续工作；如果再次出现，请重新启动程序，并把详细信息发给秘书处。其中可能含有您正在阅读的案例文字。</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详细信息</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>CriterionCard</name>
    <message>
        <source>Attach the selected text</source>
        <translation>摘引所选文字</translation>
    </message>
    <message>
        <source>Press {key} in the text</source>
        <translation>在正文中选中文字后按{key}</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>按键{key}</translation>
    </message>
    <message>
        <source>Comment: why this mark</source>
        <translation>评语：为何给出这一分数</translation>
    </message>
    <message>
        <source>Comment on {criterion}</source>
        <translation>“{criterion}”评语</translation>
    </message>
</context>
<context>
    <name>DecisionBox</name>
    <message>
        <source>You stand in as a deputy: the one you stand in for decides this case.</source>
        <translation>您以副手身份参加：本案例由您所代理的人决定。</translation>
    </message>
    <message>
        <source>Panel&apos;s decision</source>
        <translation>评审组决定</translation>
    </message>
    <message>
        <source>Read back and sign…</source>
        <translation>复核并签署…</translation>
    </message>
    <message>
        <source>Looking at the order…</source>
        <translation>正在查看名次…</translation>
    </message>
    <message>
        <source>Always welcome; kept with the decision.</source>
        <translation>可随时填写，与决定一并保存。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Needed: this takes the place of an earlier decision.</source>
        <translation>必填：本决定将取代先前的决定。</translation>
    </message>
    <message>
        <source>Needed: between equal cases a written reason decides.</source>
        <translation>必填：名次相同的案例之间，以书面理由决定。</translation>
    </message>
    <message>
        <source>Needed: fewer than {number} reviews count.</source>
        <translation>必填：计入的评审不足{number}份。</translation>
    </message>
    <message>
        <source>Needed: fewer reviews count than the rule file asks for.</source>
        <translation>必填：计入的评审少于规则文件的要求。</translation>
    </message>
    <message>
        <source>Needed: more reviews recommend something else.</source>
        <translation>必填：更多评审专家的建议与此不同。</translation>
    </message>
    <message>
        <source>Needed: this is above what the order proposes ({outcome}).</source>
        <translation>必填：高于按名次的建议（{outcome}）。</translation>
    </message>
    <message>
        <source>Needed: this is below what the order proposes ({outcome}).</source>
        <translation>必填：低于按名次的建议（{outcome}）。</translation>
    </message>
    <message>
        <source>Signed {time}</source>
        <translation>签署时间：{time}</translation>
    </message>
    <message>
        <source>On this computer; the next sync delivers it.</source>
        <translation>存于本机，下次同步时送达。</translation>
    </message>
    <message>
        <source>Receipt no. {number}</source>
        <translation>回执编号：{number}</translation>
    </message>
    <message>
        <source>“{reason}”</source>
        <translation>“{reason}”</translation>
    </message>
    <message>
        <source>It rests on the reviews that count now: {count}; mean {mean} of the {n} that judge every criterion.</source>
        <translation>依据目前计入的{count}份评审；其中{n}份对各项标准均作出评分，平均分为{mean}。</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>It is signed with your key and kept for good; a later one can supersede it.</source>
        <translation>决定将以您的密钥签署并永久保存；此后可由新的决定取代。</translation>
    </message>
    <message>
        <source>A final list is signed already; it stays as it is until the head signs a new one.</source>
        <translation>最终名单已签署；在主任签署新名单之前，该名单保持不变。</translation>
    </message>
    <message>
        <source>It takes the place of the earlier decision: {outcome}.</source>
        <translation>取代先前的决定：{outcome}。</translation>
    </message>
    <message>
        <source>Sign this decision?</source>
        <translation>签署这项决定？</translation>
    </message>
    <message>
        <source>{number}, {title}: {outcome}.</source>
        <translation>{number}&#x3000;{title}：{outcome}。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
</context>
<context>
    <name>DeclareRowView</name>
    <message>
        <source>Please say in a sentence what it is</source>
        <translation>请用一句话说明</translation>
    </message>
    <message>
        <source>A sentence on it, if you like</source>
        <translation>可用一句话说明（可不填）</translation>
    </message>
    <message>
        <source>What kind of tie?</source>
        <translation>属于哪种关系？</translation>
    </message>
    <message>
        <source>Kind of tie</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Comment on the tie</source>
        <translation>关于此关系的说明</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>合作方</translation>
    </message>
    <message>
        <source>Recommended by</source>
        <translation>推荐单位</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>国家（地区）</translation>
    </message>
</context>
<context>
    <name>DeclareView</name>
    <message>
        <source>Before you read: do you have a tie?</source>
        <translation>阅读之前：您与案例有利益关系吗？</translation>
    </message>
    <message>
        <source>You declare under your signature, from names alone. A case with a conflict of interest goes to another expert; the texts of the others open after that.</source>
        <translation>您仅凭名称等信息作出声明，并以签名确认。存在利益冲突的案例将交由其他专家评审；声明之后，其余案例的正文方可打开。</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>No conflict for the rest</source>
        <translation>其余均无利益冲突</translation>
    </message>
    <message>
        <source>Nothing to declare</source>
        <translation>没有待声明的案例</translation>
    </message>
    <message>
        <source>You have declared on every case that is assigned to you.</source>
        <translation>分配给您的案例均已声明。</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>前往工作台</translation>
    </message>
    <message>
        <source>{seen} of {all} cases seen; look at all of them to use this</source>
        <translation>已浏览{seen}/{all}个案例；全部浏览后方可使用</translation>
    </message>
    <message>
        <source>Ties that still need a kind or a comment: {count}</source>
        <translation>仍需补充关系类型或说明：{count}项</translation>
    </message>
    <message>
        <source>{answered} of {all} answered, kept on this computer as you go</source>
        <translation>已选择{answered}/{all}项，随时保存在本机</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>正在签署…</translation>
    </message>
    <message>
        <source>Your declaration is signed. The texts are being fetched…</source>
        <translation>声明已签署，正在获取正文…</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Sign the declaration</source>
        <translation>签署声明</translation>
    </message>
    <message>
        <source>Sign ({count})</source>
        <translation>签署（{count}项）</translation>
    </message>
    <message>
        <source>Your declaration is signed. The texts open with the next sync.</source>
        <translation>声明已签署。下次同步后即可打开正文。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
</context>
<context>
    <name>DeclinedPage</name>
    <message>
        <source>Thank you for telling us</source>
        <translation>感谢您的答复</translation>
    </message>
    <message>
        <source>The invitation is closed, and nothing was set up on this computer. If you change your mind, answer the letter.</source>
        <translation>此邀请已结束，本机未留下任何设置。如您改变主意，请回复邀请函。</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
</context>
<context>
    <name>Defending</name>
    <message>
        <source>Save defence sheet</source>
        <translation>保存评审依据表</translation>
    </message>
    <message>
        <source>Save defence sheets: {count}</source>
        <translation>保存评审依据表：{count}份</translation>
    </message>
    <message>
        <source>One page a case: the decision, who took it and why; what experts recommended and wrote; place, every score and how it counts; what was quoted most.</source>
        <translation>每项案例一页：决定、由谁作出及理由，专家的建议与评语，名次、每个评分及如何计入，引用最多的原文。</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>Experts are pseudonyms; nobody is named.</source>
        <translation>专家一律以化名出现，不列任何人姓名。</translation>
    </message>
    <message>
        <source>Save the dispute dossier of {number}</source>
        <translation>保存{number}的异议卷宗</translation>
    </message>
    <message>
        <source>A folder with everything that was signed about the case and proves how it was decided, and a PDF in each language to read. Anybody can check it without this app.</source>
        <translation>一个文件夹，收有就该案例签署、足以证明如何作出决定的全部内容，并附中英文PDF各一份供阅读。任何人无需本软件即可核验。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>What experts wrote is in it as they signed it: scores, comments, quotes. Nobody is named, unless an expert named somebody.</source>
        <translation>专家所写的内容照签署原样收入：评分、评语、引文。不列任何人姓名，除非专家本人在文字中提及。</translation>
    </message>
    <message>
        <source>What the panel discussed is not in it.</source>
        <translation>评审组的讨论不在其中。</translation>
    </message>
    <message>
        <source>It is not encrypted: give it only to those who may know the scores. Closing the round here does not erase it.</source>
        <translation>未加密：只可交给有权知晓评分的人。在本机结束本轮时不会清除。</translation>
    </message>
    <message>
        <source>Saved, pages: {count}</source>
        <translation>已保存，共{count}页</translation>
    </message>
    <message>
        <source>Cases hidden from you and left out: {count}.</source>
        <translation>对您隐去、未收入的案例：{count}个。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is nothing to prove yet: nothing was received.</source>
        <translation>尚无可证明的内容：服务器未收到任何签署件。</translation>
    </message>
    <message>
        <source>The dispute dossier is saved (packets: {count}).</source>
        <translation>异议卷宗已保存（签署件{count}个）。</translation>
    </message>
    <message>
        <source>{folder}: anybody can check it by “sh verify.sh” in it; where this app is installed, “reviewer-app verify” also tells which scores count.</source>
        <translation>{folder}：任何人都可在其中运行“sh verify.sh”核验；装有本软件的，可用“reviewer-app verify”，并会说明哪些评分计入。</translation>
    </message>
    <message>
        <source>Packets that could not be verified and were left out: {count}.</source>
        <translation>未能核验、未收入的签署件：{count}个。</translation>
    </message>
</context>
<context>
    <name>DefendingMenu</name>
    <message>
        <source>Defence sheets…</source>
        <translation>评审依据表…</translation>
    </message>
    <message>
        <source>Defend…</source>
        <translation>评审依据…</translation>
    </message>
    <message>
        <source>Defence sheet (one page)…</source>
        <translation>评审依据表（一页）…</translation>
    </message>
    <message>
        <source>Dispute dossier (folder)…</source>
        <translation>异议卷宗（文件夹）…</translation>
    </message>
    <message>
        <source>Save as a PDF</source>
        <translation>保存为PDF</translation>
    </message>
    <message>
        <source>Save the dossier into</source>
        <translation>将卷宗保存到</translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>#</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Your own order, drawn by lot</source>
        <translation>您个人的随机顺序</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Your marks</source>
        <translation>您的评分</translation>
    </message>
    <message>
        <source>Countries (regions): {count}</source>
        <translation>国家（地区）：{count}个</translation>
    </message>
    <message>
        <source>Joint application with international partners</source>
        <translation>与国际合作方联合申报</translation>
    </message>
    <message>
        <source>Not a joint application with international partners</source>
        <translation>非与国际合作方联合申报</translation>
    </message>
    <message>
        <source>Search titles, texts, comments (Ctrl+F)</source>
        <translation>搜索名称、正文和评语（Ctrl+F）</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>显示哪些案例</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Look over your marks</source>
        <translation>通览我的评分</translation>
    </message>
    <message>
        <source>Practice case</source>
        <translation>练习案例</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待完成</translation>
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
        <source>Score received</source>
        <translation>评分已收到</translation>
    </message>
    <message>
        <source>You chair this panel; nothing to score</source>
        <translation>您担任本组组长，没有需要评分的案例</translation>
    </message>
    <message>
        <source>{done} of {all} signed</source>
        <translation>已签署{done}/{all}</translation>
    </message>
    <message>
        <source>round {number} closed {time}</source>
        <translation>第{number}轮已于{time}截止</translation>
    </message>
    <message>
        <source>round {number} closes {time}</source>
        <translation>第{number}轮截止：{time}</translation>
    </message>
    <message>
        <source>Begin with {case}</source>
        <translation>开始评审{case}</translation>
    </message>
    <message>
        <source>Continue with {case}</source>
        <translation>继续评审{case}</translation>
    </message>
    <message>
        <source>Declare before reading ({count})</source>
        <translation>阅读前声明（{count}项）</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>The applicant of {case} withdrew it.</source>
        <translation>{case}已由申报单位撤回申报。</translation>
    </message>
    <message>
        <source>Nobody reviews it any more. Your drafts stay on this computer, and what you signed stays in the log.</source>
        <translation>此案例不再评审。您的草稿保留在本机，已签名的内容保留在日志中。</translation>
    </message>
    <message>
        <source>More cases wait for your declaration: {count}</source>
        <translation>另有待声明的案例：{count}项</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>去声明</translation>
    </message>
    <message>
        <source>Something new was said about {case}.</source>
        <translation>{case}有新的讨论。</translation>
    </message>
    <message>
        <source>Something new was said about {case} and {count} more.</source>
        <translation>{case}及另外{count}项案例有新的讨论。</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Signed, and not at the server yet: {count}</source>
        <translation>已签署但尚未送达服务器：{count}项</translation>
    </message>
    <message>
        <source>The round closes within two days, and what counts is arrival. Your work is safe here; sync while there is a network.</source>
        <translation>本轮将在两天内截止，以送达时间为准。您的工作已安全保存在本机；请在有网络时同步。</translation>
    </message>
    <message>
        <source>The round has closed. What arrives now is kept and marked late, and the secretariat decides; sync as soon as there is a network.</source>
        <translation>本轮已截止。此后送达的内容会保留并标为逾期，由秘书处决定是否计入；请在有网络时尽快同步。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>No case here has these words</source>
        <translation>筛选范围内没有包含这些词的案例</translation>
    </message>
    <message>
        <source>The filters leave some cases of your batch out.</source>
        <translation>当前筛选条件排除了本批次中的部分案例。</translation>
    </message>
    <message>
        <source>Search all cases</source>
        <translation>搜索全部案例</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>No case has these words</source>
        <translation>没有包含这些词的案例</translation>
    </message>
    <message>
        <source>Every word must be in the case. Chinese is found as it stands, English in all its forms, the last word also by its beginning.</source>
        <translation>案例须包含输入的每一个词。中文按原文查找；英文词形变化均可查到，最后一个词只输开头也可。</translation>
    </message>
    <message>
        <source>No case fits</source>
        <translation>没有符合条件的案例</translation>
    </message>
    <message>
        <source>Nothing in your batch passes all of these filters.</source>
        <translation>本批次中没有同时符合这些筛选条件的案例。</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>显示全部案例</translation>
    </message>
    <message>
        <source>Your cases will be here</source>
        <translation>您的案例将显示在这里</translation>
    </message>
    <message>
        <source>The secretariat assigns them to you. They come with a sync, and can then be read without a network.</source>
        <translation>案例由秘书处分配，同步后送达，之后无需网络即可阅读。</translation>
    </message>
    <message>
        <source>Open a batch from a file…</source>
        <translation>从文件打开案例批次…</translation>
    </message>
    <message>
        <source>Open a batch from a file</source>
        <translation>从文件打开案例批次</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The server&apos;s record contradicts itself. Nothing is sent.</source>
        <translation>服务器的记录前后矛盾，已停止发送。</translation>
    </message>
    <message>
        <source>A computer signs in your name that the server&apos;s list leaves out. Is it yours?</source>
        <translation>服务器的清单遗漏了一台可以您的名义签署的电脑。这台电脑是您的吗？</translation>
    </message>
    <message>
        <source>“{name}” signs in your name. Is that computer yours?</source>
        <translation>“{name}”正以您的名义签署。这台电脑是您的吗？</translation>
    </message>
    <message>
        <source>What a lost computer sent is held until you say whether it is yours.</source>
        <translation>遗失电脑所发内容暂不计入，待您说明是否为本人签署。</translation>
    </message>
    <message>
        <source>A case was scored on two of your computers. Please choose.</source>
        <translation>您在两台电脑上为同一案例评了分，请选定一份。</translation>
    </message>
    <message>
        <source>There is a copy of this computer&apos;s desk.</source>
        <translation>本机的工作台另有一份副本。</translation>
    </message>
    <message>
        <source>Something contradicts the server&apos;s record. Please look.</source>
        <translation>有内容与服务器的记录相矛盾，请查看。</translation>
    </message>
    <message>
        <source>{sentence}: {words}</source>
        <translation>{sentence}：{words}</translation>
    </message>
    <message>
        <source>The server was restored from a backup; {count} packets are handed in again.</source>
        <translation>服务器已从备份恢复；{count}个签署件将重新交付。</translation>
    </message>
    <message>
        <source>enrolled {time}</source>
        <translation>登记于{time}</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>in the server&apos;s record, left out of its list</source>
        <translation>在服务器的记录中，但其清单遗漏了它</translation>
    </message>
    <message>
        <source>earlier keys of this computer, no longer in use</source>
        <translation>本机以前的密钥，已停用</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>you said that it is yours</source>
        <translation>您已确认是您的电脑</translation>
    </message>
    <message>
        <source>you said that it is not yours</source>
        <translation>您已声明不是您的电脑</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>尚未答复</translation>
    </message>
    <message>
        <source>not in the server&apos;s record</source>
        <translation>不在服务器的记录中</translation>
    </message>
    <message>
        <source>its certificate is not proved</source>
        <translation>其证书未经证实</translation>
    </message>
    <message>
        <source>The server&apos;s record has not been read to its end yet.</source>
        <translation>服务器的记录尚未读完。</translation>
    </message>
    <message>
        <source>This list was compared with all {count} entries of the server&apos;s record.</source>
        <translation>已将此清单与服务器记录的全部{count}个条目核对。</translation>
    </message>
    <message>
        <source>{count} packets of others name records that fit to it.</source>
        <translation>他人的{count}个签署件所写明的记录与之相符。</translation>
    </message>
    <message>
        <source>The entries that the server lists do not add up to the record that it signed: something was left out or altered.</source>
        <translation>服务器列出的条目与其签署的记录不符：有内容被遗漏或改动。</translation>
    </message>
    <message>
        <source>Packets of others name another record of the server than the one that this computer has read ({count}): it may have shown them something else.</source>
        <translation>他人的签署件写明的服务器记录与本机读到的不同（{count}个）：服务器可能向他们出示了别的内容。</translation>
    </message>
    <message>
        <source>What you sign is still sent. Save the evidence and give it to somebody who does not work for the operator.</source>
        <translation>您签署的内容仍会发送。请保存证据，并交给不为运营方工作的人。</translation>
    </message>
    <message>
        <source>The computer “{name}” ({key}), enrolled {time}, signs in my name and is not mine. Please revoke it.</source>
        <translation>电脑“{name}”（{key}，登记于{time}）以我的名义签署，但不是我的电脑。请予吊销。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>{criterion}: {mark}</source>
        <translation>{criterion}：{mark}</translation>
    </message>
</context>
<context>
    <name>DevicesView</name>
    <message>
        <source>Preferences</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Your computers</source>
        <translation>您的电脑</translation>
    </message>
    <message>
        <source>Whatever is signed in your name is listed here.</source>
        <translation>以您的名义签署的电脑均列于此。</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签署</translation>
    </message>
    <message>
        <source>Save both records…</source>
        <translation>保存两份记录…</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Is this computer yours?</source>
        <translation>这台电脑是您的吗？</translation>
    </message>
    <message>
        <source>Scored twice</source>
        <translation>重复评分</translation>
    </message>
    <message>
        <source>These cases were scored on two of your computers. Which score should count? The other is kept, and does not count.</source>
        <translation>您在两台电脑上分别为下列案例评了分。以哪一份为准？另一份予以保留，但不计入。</translation>
    </message>
    <message>
        <source>A copy of this desk</source>
        <translation>工作台的副本</translation>
    </message>
    <message>
        <source>What you signed here was also numbered by a copy of this desk, on another disk or from a backup, so the server held it. This computer now goes on under a number of its own. If the copy is not yours, tell the secretariat.</source>
        <translation>另一磁盘上或由备份而来的工作台副本用了与本机相同的编号，服务器因此暂不计入您在本机签署的内容。本机现已改用自己的编号。如副本不是您的，请告知秘书处。</translation>
    </message>
    <message>
        <source>The server&apos;s record contradicts itself</source>
        <translation>服务器的记录前后矛盾</translation>
    </message>
    <message>
        <source>What it shows now does not go on from what this computer saw before, so nothing is sent. Save both records and give them to the secretariat.</source>
        <translation>服务器现在出示的记录与本机此前所见不相衔接，因此停止发送。请保存两份记录并交给秘书处。</translation>
    </message>
    <message>
        <source>All computers</source>
        <translation>全部电脑</translation>
    </message>
    <message>
        <source>The server was restored</source>
        <translation>服务器已恢复</translation>
    </message>
    <message>
        <source>Saved in {folder}</source>
        <translation>已保存到{folder}</translation>
    </message>
    <message>
        <source>Save both records into</source>
        <translation>将两份记录保存到</translation>
    </message>
</context>
<context>
    <name>DifferenceRow</name>
    <message>
        <source>Show in the text</source>
        <translation>在文中查看</translation>
    </message>
    <message>
        <source>Use as evidence</source>
        <translation>用作依据</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Attach to {criterion}</source>
        <translation>摘引至“{criterion}”</translation>
    </message>
</context>
<context>
    <name>DifferencesPage</name>
    <message>
        <source>Differences between the languages</source>
        <translation>两种语言的差异</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>不再显示的</translation>
    </message>
    <message>
        <source>This case is in one language: there is nothing to compare.</source>
        <translation>本案例只有一种语言，无从比较。</translation>
    </message>
    <message>
        <source>No differences were found between the two languages.</source>
        <translation>未发现两种语言之间有差异。</translation>
    </message>
    <message>
        <source>You have dismissed every difference that was found.</source>
        <translation>发现的差异均已设为不再显示。</translation>
    </message>
    <message>
        <source>Found by comparing the two versions. They say nothing of which one is right, are seen by you alone, and are no part of any score.</source>
        <translation>由两个文本比对得出。差异本身不说明哪个文本正确，仅您本人可见，也不计入任何评分。</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}：{count}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>DisagreementsBody</name>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>What stands apart</source>
        <translation>分歧所在</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>No score and no case stands further apart than chance would.</source>
        <translation>没有超出偶然范围的分歧。</translation>
    </message>
    <message>
        <source>Single scores far from the others: {scores}. Cases that divide the experts: {cases}.</source>
        <translation>远离其他分数的评分：{scores}；专家意见分成两方的案例：{cases}。</translation>
    </message>
</context>
<context>
    <name>DiscussionBody</name>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>尚无发言</translation>
    </message>
    <message>
        <source>Experts whose own score of this case counts, the chair and the head read here what the others say. Whoever has a conflict sees nothing of it.</source>
        <translation>对本案例评分已计入的专家、组长和主任在此阅读彼此的发言。有利益冲突者一概看不到。</translation>
    </message>
    <message>
        <source>Reply to nobody</source>
        <translation>不作为回复</translation>
    </message>
    <message>
        <source>What you say</source>
        <translation>您的发言</translation>
    </message>
    <message>
        <source>Sign and add</source>
        <translation>签署并发言</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>It is signed with your key and kept for good.</source>
        <translation>发言以您的密钥签署，永久保存。</translation>
    </message>
</context>
<context>
    <name>DiscussionPage</name>
    <message>
        <source>Back to the case</source>
        <translation>返回案例</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
</context>
<context>
    <name>DoneCard</name>
    <message>
        <source>Signed and safe on this computer</source>
        <translation>已签署，并已保存在本机</translation>
    </message>
    <message>
        <source>It is delivered with the next sync. In time means received by the server.</source>
        <translation>下次同步时递交。是否按时以服务器收到的时间为准。</translation>
    </message>
    <message>
        <source>Signed, on this computer</source>
        <translation>已签署，在本机</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>下一个案例</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>回到工作台</translation>
    </message>
</context>
<context>
    <name>DownloadPage</name>
    <message>
        <source>Your cases</source>
        <translation>您的案例</translation>
    </message>
    <message>
        <source>They are fetched once, and can then be read without a network.</source>
        <translation>案例只需下载一次，之后无需网络即可阅读。</translation>
    </message>
    <message>
        <source>Fetch them later</source>
        <translation>稍后下载</translation>
    </message>
    <message>
        <source>Fetching cases…</source>
        <translation>正在下载案例…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cases on this computer: {count}</source>
        <translation>已存于本机的案例：{count}个</translation>
    </message>
</context>
<context>
    <name>DriftCard</name>
    <message>
        <source>First and last cases</source>
        <translation>先评与后评</translation>
    </message>
    <message>
        <source>The first third of your cases against the last, as you began them.</source>
        <translation>按您开始评审的先后，比较前三分之一与后三分之一的案例。</translation>
    </message>
    <message>
        <source>First</source>
        <translation>先评</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>后评</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>New</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply to {who}</source>
        <translation>回复{who}</translation>
    </message>
</context>
<context>
    <name>EscrowCard</name>
    <message>
        <source>If you forget your passphrase</source>
        <translation>如果忘记口令</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Leave the key anew</source>
        <translation>重新留存密钥</translation>
    </message>
    <message>
        <source>Leave the key with the programme…</source>
        <translation>将密钥留存项目…</translation>
    </message>
    <message>
        <source>Agreed. You can withdraw it here at any time.</source>
        <translation>已同意。您可随时在此撤回。</translation>
    </message>
    <message>
        <source>Withdrawn. From now on the passphrase alone opens this desk.</source>
        <translation>已撤回。此后只有口令能打开此工作台。</translation>
    </message>
    <message>
        <source>Saved. The copy is of use with a copy of this desk&apos;s folder alone.</source>
        <translation>已保存。该副本须与本工作台文件夹的副本一并使用。</translation>
    </message>
    <message>
        <source>You agreed on {date}. The programme has another key since, or this computer was enrolled anew: leave the key anew so that it can still help.</source>
        <translation>您已于{date}同意。此后项目换用了新的密钥，或本机已重新登记：请重新留存，以便仍能求助。</translation>
    </message>
    <message>
        <source>You agreed on {date}: this desk&apos;s key is left with the programme, locked. With the secretariat&apos;s help a forgotten passphrase can be replaced.</source>
        <translation>您已于{date}同意：本工作台的密钥已加锁留存项目。如忘记口令，可经秘书处协助重设。</translation>
    </message>
    <message>
        <source>Nobody but you can open this desk. If you agree, its key is left with the programme, locked, so that the secretariat can help you to choose a new passphrase. Your signature never leaves this computer.</source>
        <translation>此工作台只有您能打开。如您同意，其密钥将加锁留存项目，以便秘书处协助您重设口令。签署用的密钥绝不离开本机。</translation>
    </message>
    <message>
        <source>This programme keeps no recovery key: only your passphrase opens this desk. What the server has receipted is safe there.</source>
        <translation>本项目未设恢复密钥：只有您的口令能打开此工作台。服务器已出具回执的内容在服务器上安全保存。</translation>
    </message>
    <message>
        <source>Leave the key with the programme</source>
        <translation>将密钥留存项目</translation>
    </message>
    <message>
        <source>The programme keeps what opens it offline, and uses it only when you ask for it.</source>
        <translation>能解开它的密钥由项目离线保管，仅在您提出请求时使用。</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>我同意</translation>
    </message>
    <message>
        <source>With it your cases and drafts could be read on a copy of this computer.</source>
        <translation>凭此密钥，可在本机的副本上读取您的案例与草稿。</translation>
    </message>
    <message>
        <source>Nobody can sign in your name with it.</source>
        <translation>任何人都不能凭它以您的名义签署。</translation>
    </message>
    <message>
        <source>You can withdraw at any time.</source>
        <translation>您可随时撤回。</translation>
    </message>
    <message>
        <source>Withdraw the key</source>
        <translation>撤回密钥</translation>
    </message>
    <message>
        <source>From then on a forgotten passphrase cannot be replaced. Copies that you saved elsewhere are yours to delete.</source>
        <translation>此后如忘记口令，将无法重设。您另存于别处的副本请自行删除。</translation>
    </message>
    <message>
        <source>Save a copy of the locked key</source>
        <translation>另存加锁密钥的副本</translation>
    </message>
</context>
<context>
    <name>ExpertsBody</name>
    <message>
        <source>Experts by pseudonym</source>
        <translation>专家（化名）</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Strictness is judged on shared cases alone, against the colleagues who scored them too. It says nothing of how good an expert is.</source>
        <translation>宽严只依据共同评审的案例，与评过同一案例的同行比较；并不说明专家水平的高低。</translation>
    </message>
    <message>
        <source>● strictness in points, left stricter, right milder   ━ 90%</source>
        <translation>● 宽严（分），左偏严、右偏宽   ━ 90%区间</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例数</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同行数</translation>
    </message>
    <message>
        <source>Against colleagues</source>
        <translation>与同行相比</translation>
    </message>
    <message>
        <source>◀ stricter · in points · milder ▶</source>
        <translation>◀ 偏严 · 分 · 偏宽 ▶</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散</translation>
    </message>
</context>
<context>
    <name>FacePage</name>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Nothing can be compared yet</source>
        <translation>暂时无法比较</translation>
    </message>
    <message>
        <source>Once experts’ signed scores are collected, the cases stand here in order.</source>
        <translation>收取专家已签名的评分之后，案例在此依次排列。</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What you found, and where</source>
        <translation>您查到了什么，依据在哪里</translation>
    </message>
    <message>
        <source>Comment on {fact}</source>
        <translation>对“{fact}”的说明</translation>
    </message>
    <message>
        <source>A dispute says why; until then it is not kept.</source>
        <translation>提出异议须写明理由；写明之前不会保存。</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Facts</source>
        <translation>客观情况</translation>
    </message>
    <message>
        <source>Beside the scores, never part of them.</source>
        <translation>仅供对照，不计入评分。</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>申报领域</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>涉及国家（地区）数</translation>
    </message>
    <message>
        <source>Joint application</source>
        <translation>联合申报</translation>
    </message>
    <message>
        <source>with international partners</source>
        <translation>与国际合作方联合申报</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>总体建议</translation>
    </message>
    <message>
        <source>Conflict taken back</source>
        <translation>撤回利益冲突声明</translation>
    </message>
</context>
<context>
    <name>FactsJudging</name>
    <message>
        <source>Are these facts so?</source>
        <translation>这些信息属实吗？</translation>
    </message>
    <message>
        <source>If you like. They stand beside your score and are no part of it.</source>
        <translation>可填可不填。它们与评分并列，不计入评分。</translation>
    </message>
    <message>
        <source>Sign these facts</source>
        <translation>签署以上意见</translation>
    </message>
    <message>
        <source>Nothing is said of them.</source>
        <translation>尚未填写意见。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>As you signed it.</source>
        <translation>与您已签署的一致。</translation>
    </message>
    <message>
        <source>Saved {time}; it is signed with your score.</source>
        <translation>已于{time}保存，将随评分一并签署。</translation>
    </message>
    <message>
        <source>Saved {time}; not signed yet.</source>
        <translation>已于{time}保存，尚未签署。</translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>申报领域</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>其他参与机构</translation>
    </message>
    <message>
        <source>None named</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Recommended by</source>
        <translation>推荐单位</translation>
    </message>
    <message>
        <source>Original language</source>
        <translation>原文语言</translation>
    </message>
    <message>
        <source>{element}: the {language} text was translated by the secretariat</source>
        <translation>{element}：{language}文本由秘书处翻译</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Characters that are not seen</source>
        <translation>看不见的字符</translation>
    </message>
    <message>
        <source>Illustrative: an invented case for showing the software</source>
        <translation>示例：为演示本软件而虚构的案例</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{name}, {country}</source>
        <translation>{name}（{country}）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation>共{count}个：{names}</translation>
    </message>
    <message>
        <source>Yes: {count}</source>
        <translation>是：{count}个</translation>
    </message>
    <message>
        <source>No: {count}</source>
        <translation>否：{count}个</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>案例涉及国家（地区）</translation>
    </message>
    <message>
        <source>Chinese: {words}</source>
        <translation>中文：{words}</translation>
    </message>
    <message>
        <source>English: {words}</source>
        <translation>英文：{words}</translation>
    </message>
    <message>
        <source>In the applicant&apos;s words</source>
        <translation>申报单位原文</translation>
    </message>
    <message>
        <source>Only in the Chinese list: {names}</source>
        <translation>仅见于中文名单：{names}</translation>
    </message>
    <message>
        <source>Only in the English list: {names}</source>
        <translation>仅见于英文名单：{names}</translation>
    </message>
    <message>
        <source>The lists differ</source>
        <translation>两份名单不一致</translation>
    </message>
    <message>
        <source>Two or more countries (regions)</source>
        <translation>涉及2个或以上国家（地区）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Joint application with international partners</source>
        <translation>与国际合作方联合申报</translation>
    </message>
    <message>
        <source>In an earlier Casebook</source>
        <translation>往年已录入《案例集》</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未声明</translation>
    </message>
    <message>
        <source>Yes, by the applicant&apos;s statement: {year}, {name}</source>
        <translation>是，申报单位声明：{year}年，{name}</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>n</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>无法判断</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Words of this page as plain text</source>
        <translation>以纯文本显示本页文字</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>在此附件中查找</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Type a page and press Enter</source>
        <translation>输入页码后按Enter</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>／共{count}页</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>FileFindPanel</name>
    <message>
        <source>Find in this file</source>
        <translation>在此附件中查找</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第{page}页</translation>
    </message>
    <message>
        <source>Type a word or a figure.</source>
        <translation>请输入词语或数字。</translation>
    </message>
    <message>
        <source>More than {count} hits; type more letters.</source>
        <translation>超过{count}处，请多输入几个字。</translation>
    </message>
    <message>
        <source>Hits: {count} · page {page} of {pages}…</source>
        <translation>已找到{count}处，正在查找第{page}／{pages}页…</translation>
    </message>
    <message>
        <source>Hit {at} of {count}</source>
        <translation>第{at}处，共{count}处</translation>
    </message>
    <message>
        <source>Not found in this file.</source>
        <translation>此附件中未找到。</translation>
    </message>
</context>
<context>
    <name>FileNotice</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>未打开附件</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>请在左侧选择。</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>正在打开附件…</translation>
    </message>
    <message>
        <source>{size}, opened in memory only.</source>
        <translation>{size}，仅在内存中打开。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Opening was stopped</source>
        <translation>已停止打开</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown inside the app</source>
        <translation>此类附件无法在软件内显示</translation>
    </message>
    <message>
        <source>PDFs, pictures and plain texts are shown here. Anything else can be saved and opened with another program, at the reader’s own risk.</source>
        <translation>此处可显示PDF、图片和纯文本。其他附件可另存后用别的程序打开，风险自负。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>此附件为空</translation>
    </message>
    <message>
        <source>It is locked with a password, which reviewers are not given. Ask the secretariat for a file without one.</source>
        <translation>此附件设有密码，评审专家没有密码。请向秘书处索取不设密码的附件。</translation>
    </message>
    <message>
        <source>Unpacked, it is larger than the app lets a file be. Ask the secretariat for a smaller one.</source>
        <translation>解开后超出软件允许的大小。请向秘书处索取较小的附件。</translation>
    </message>
    <message>
        <source>It took too long or needed too much memory, and was closed. Nothing else is affected.</source>
        <translation>打开时间过长或占用内存过多，已关闭。其他内容不受影响。</translation>
    </message>
</context>
<context>
    <name>FileStage</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>This page has no words that can be read: it may be a picture.</source>
        <translation>本页没有可读取的文字，可能是图片。</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Without a connection</source>
        <translation>无网络时</translation>
    </message>
    <message>
        <source>Sealed files go by mail or on a stick. What comes back can be dropped anywhere on this window.</source>
        <translation>加密文件可用邮件或U盘传递；收到的文件可拖放到本窗口任意位置。</translation>
    </message>
    <message>
        <source>Save hand-in file…</source>
        <translation>保存交付文件…</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>打开收到的文件…</translation>
    </message>
    <message>
        <source>Copy as text for a mail</source>
        <translation>复制为邮件文本</translation>
    </message>
    <message>
        <source>Save the hand-in file</source>
        <translation>保存交付文件</translation>
    </message>
    <message>
        <source>Take in a batch or receipts</source>
        <translation>打开案例批次或回执文件</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Area</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Country (region)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>Your recommendation</source>
        <translation>您的建议</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>特别情况</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>FinalPage</name>
    <message>
        <source>Final list</source>
        <translation>最终名单</translation>
    </message>
    <message>
        <source>Long list</source>
        <translation>长名单</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>哪份名单</translation>
    </message>
    <message>
        <source>The head has signed it; places are those of the signed list.</source>
        <translation>主任已签署；所示席位即已签署名单中的席位。</translation>
    </message>
    <message>
        <source>The head signs it; you see what would be on it by what you may see.</source>
        <translation>名单由主任签署；此处按您可查看的范围列出。</translation>
    </message>
    <message>
        <source>From the decisions that count; by the signed rule file {rules}…</source>
        <translation>依据有效的决定；规则文件{rules}…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>There is no list yet</source>
        <translation>尚无名单</translation>
    </message>
    <message>
        <source>It comes from the panels’ decisions, in the order of the signed rule file, once scores count.</source>
        <translation>有评分计入之后，名单由各评审组的决定得出，次序依已签署的规则文件。</translation>
    </message>
</context>
<context>
    <name>FinalPart</name>
    <message>
        <source>Places of the final list, in order</source>
        <translation>最终名单的席位，依次排列</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The chosen place</source>
        <translation>所选席位</translation>
    </message>
    <message>
        <source>Why it leaves the order</source>
        <translation>为何不依名次</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Words for the whole list, if any</source>
        <translation>对整份名单的说明（可不填）</translation>
    </message>
    <message>
        <source>Read back and sign…</source>
        <translation>复核并签署…</translation>
    </message>
    <message>
        <source>Save as PDF and CSV…</source>
        <translation>存为PDF和CSV…</translation>
    </message>
    <message>
        <source>Where to save the final list</source>
        <translation>最终名单存放于何处</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in both languages</source>
        <translation>在中英文中查找</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Type a word or a figure.</source>
        <translation>请输入词语或数字。</translation>
    </message>
    <message>
        <source>More than {count} hits; type more letters.</source>
        <translation>超过{count}处，请输入更多文字。</translation>
    </message>
    <message>
        <source>Hit {at} of {count}</source>
        <translation>第{at}处，共{count}处</translation>
    </message>
    <message>
        <source>Not found in either language.</source>
        <translation>中英文中均未找到。</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Cases that have the words</source>
        <translation>包含这些词的案例</translation>
    </message>
    <message>
        <source>Cases with these words: {count}, the best match first</source>
        <translation>包含这些词的案例：{count}个，最相符的在前</translation>
    </message>
    <message>
        <source>Hits: {count}</source>
        <translation>{count}处</translation>
    </message>
    <message>
        <source>And {count} more: open the case to see them</source>
        <translation>另有{count}处：打开案例查看</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>您的评语</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Case name</source>
        <translation>案例名称</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>参与机构</translation>
    </message>
    <message>
        <source>Recommended by</source>
        <translation>推荐单位</translation>
    </message>
    <message>
        <source>Country (region)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
</context>
<context>
    <name>HandIn</name>
    <message>
        <source>Signed</source>
        <translation>签署内容</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Receipt no. {number}</source>
        <translation>回执编号：{number}</translation>
    </message>
    <message>
        <source>In a hand-in file of {time}</source>
        <translation>已写入交付文件（{time}）</translation>
    </message>
    <message>
        <source>Tries: {count}</source>
        <translation>已尝试{count}次</translation>
    </message>
    <message>
        <source>{tries}, next {time}</source>
        <translation>{tries}，下次：{time}</translation>
    </message>
    <message>
        <source>{count} on this computer only</source>
        <translation>仅存于本机{count}份</translation>
    </message>
    <message>
        <source>{count} received</source>
        <translation>已收到{count}份</translation>
    </message>
    <message>
        <source>{count} held</source>
        <translation>暂不计入{count}份</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>存于本机</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂不计入</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing is signed yet</source>
        <translation>尚未签署任何内容</translation>
    </message>
    <message>
        <source>What you sign appears here with its way to the server: on this computer, being sent, received with a receipt.</source>
        <translation>您签署的内容会显示在此，并标明其状态：存于本机、正在发送、已收到（附回执）。</translation>
    </message>
    <message>
        <source>Nothing waits on this computer</source>
        <translation>本机没有待发送的内容</translation>
    </message>
    <message>
        <source>The server has receipted everything that you signed.</source>
        <translation>您签署的全部内容均已收到服务器回执。</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>没有暂不计入的内容</translation>
    </message>
    <message>
        <source>A packet that arrives late or does not fit is kept by the server and shown here with the reason.</source>
        <translation>迟到或不符合要求的内容由服务器保存，并在此注明原因。</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>服务器尚未收到任何内容</translation>
    </message>
    <message>
        <source>Sync while there is a network; signing is not delivery.</source>
        <translation>请在有网络时同步：签署并不等于送达。</translation>
    </message>
    <message>
        <source>There is nothing to save: no packet of these has a receipt.</source>
        <translation>没有可保存的内容：这些数据包均无回执。</translation>
    </message>
    <message>
        <source>Evidence is saved (packets: {count}).</source>
        <translation>证据已保存（共{count}份）。</translation>
    </message>
    <message>
        <source>{folder}: anybody can check it with “sh verify.sh”, which needs openssl and sha256sum only.</source>
        <translation>{folder}：任何人都可以运行“sh verify.sh”核验，只需openssl和sha256sum。</translation>
    </message>
    <message>
        <source>Everything that you signed has its receipt.</source>
        <translation>您签署的内容均已取得回执。</translation>
    </message>
    <message>
        <source>Without a receipt: {count}.</source>
        <translation>尚无回执：{count}份。</translation>
    </message>
    <message>
        <source>In a hand-in file ({time}): {count}.</source>
        <translation>已写入交付文件（{time}）：{count}份。</translation>
    </message>
    <message>
        <source>The network has failed for long: a file can go by mail or stick.</source>
        <translation>网络长时间不通：可用邮件或U盘传递文件。</translation>
    </message>
    <message>
        <source>The hand-in file is saved: {name}</source>
        <translation>交付文件已保存：{name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The hand-in is on the clipboard: paste it into a mail.</source>
        <translation>交付内容已复制到剪贴板，请粘贴到邮件中。</translation>
    </message>
    <message>
        <source>Packets in it: {count}. Send it to the secretariat; the receipts come back as a file, which you open here. Until then everything stays on this computer.</source>
        <translation>共{count}份。请发送给秘书处；回执将以文件形式发回，在此打开即可。在此之前，所有内容仍保留在本机。</translation>
    </message>
    <message>
        <source>Nothing waits, so it only asks what is new. Send it to the secretariat; the answer comes back as a file, which you open here.</source>
        <translation>目前没有待交付的内容，此文件仅用于查询更新。请发送给秘书处；答复将以文件形式发回，在此打开即可。</translation>
    </message>
    <message>
        <source>For the next file: {count}.</source>
        <translation>留待下一个文件：{count}份。</translation>
    </message>
    <message>
        <source>Receipts: {count}</source>
        <translation>回执{count}份</translation>
    </message>
    <message>
        <source>Held: {count}</source>
        <translation>暂不计入{count}份</translation>
    </message>
    <message>
        <source>New cases: {count}</source>
        <translation>新案例{count}个</translation>
    </message>
    <message>
        <source>Cases that can be read now: {count}</source>
        <translation>现在可阅读的案例{count}个</translation>
    </message>
    <message>
        <source>Files that are not here yet: {count}; they come with the next sync.</source>
        <translation>尚缺文件{count}个，下次同步时下载。</translation>
    </message>
    <message>
        <source>Nothing in this file is new: it was taken in before.</source>
        <translation>文件中没有新内容：此前已打开过。</translation>
    </message>
</context>
<context>
    <name>HandInView</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Save evidence…</source>
        <translation>保存证据…</translation>
    </message>
    <message>
        <source>Of everything received…</source>
        <translation>全部已收到的内容…</translation>
    </message>
    <message>
        <source>Of the selected cases…</source>
        <translation>所选案例…</translation>
    </message>
    <message>
        <source>Signed packets</source>
        <translation>已签署的内容</translation>
    </message>
    <message>
        <source>Which packets</source>
        <translation>显示哪些内容</translation>
    </message>
    <message>
        <source>Hand-in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>查找原因</translation>
    </message>
    <message>
        <source>Save hand-in file…</source>
        <translation>保存交付文件…</translation>
    </message>
    <message>
        <source>Save evidence into</source>
        <translation>选择保存证据的文件夹</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>{language} · original</source>
        <translation>{language} · 原文</translation>
    </message>
    <message>
        <source>Letters of this language</source>
        <translation>此语言的字体</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Sent by a computer that was revoked</source>
        <translation>已吊销的电脑所发内容</translation>
    </message>
    <message>
        <source>Say of each whether you signed it. What is yours counts as of the day it came; what is not never counts.</source>
        <translation>请逐项说明是否由您签署。您签署的按送达之日计入；不是您签署的一律不计入。</translation>
    </message>
    <message>
        <source>All are mine</source>
        <translation>全部由我签署</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>签署并发送</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我签署的</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>不是我签署的</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>None since the desk was opened.</source>
        <translation>本次打开工作台后尚未同步。</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>同步记录</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{time}  {what}</source>
        <translation>{time}&#x3000;{what}</translation>
    </message>
    <message>
        <source>Delivered: {count}</source>
        <translation>已送达{count}份</translation>
    </message>
    <message>
        <source>held: {count}</source>
        <translation>暂不计入{count}份</translation>
    </message>
    <message>
        <source>files fetched: {count}</source>
        <translation>下载文件{count}个</translation>
    </message>
    <message>
        <source>reviews collected: {count}</source>
        <translation>收取评审{count}份</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>历次决定</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>You are invited to review</source>
        <translation>邀请您参加评审</translation>
    </message>
    <message>
        <source>The server answered, and it knows this code.</source>
        <translation>服务器已应答，并确认了该邀请码。</translation>
    </message>
    <message>
        <source>Step 1 of 4</source>
        <translation>第1步，共4步</translation>
    </message>
    <message>
        <source>If you accept, you choose a passphrase for this computer, then read the undertaking and sign that you accept it. Nothing is signed before you have read it. If you decline, the secretariat is told, and the code ends.</source>
        <translation>如接受邀请，您将为本机设置口令，然后阅读并签署承诺书；在您阅读之前不会签署任何内容。如谢绝邀请，我们会告知秘书处，邀请码随即失效。</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>谢绝…</translation>
    </message>
    <message>
        <source>Server: {server}</source>
        <translation>服务器：{server}</translation>
    </message>
    <message>
        <source>Your role: {role}</source>
        <translation>您的角色：{role}</translation>
    </message>
    <message>
        <source>Your invitation</source>
        <translation>您的邀请</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Decline the invitation?</source>
        <translation>谢绝邀请？</translation>
    </message>
    <message>
        <source>Please say why in a sentence; only the secretariat reads it.</source>
        <translation>请用一句话说明原因，仅秘书处可见。</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
</context>
<context>
    <name>IssuedPane</name>
    <message>
        <source>What of the comparison is shown</source>
        <translation>显示比较的哪一部分</translation>
    </message>
    <message>
        <source>Cases as the head signed them</source>
        <translation>主任签署的案例数字</translation>
    </message>
    <message>
        <source>Experts as the head signed them</source>
        <translation>主任签署的专家数字</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press a key</source>
        <translation>请按一个键</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>New keys for this computer</source>
        <translation>本机换用新密钥</translation>
    </message>
    <message>
        <source>After you lent it, after somebody may have seen your passphrase (change that first), or once a year. What you have signed stays valid.</source>
        <translation>以下情况请换用：本机借给他人之后，口令可能被他人看到之后（请先更改口令），或每年一次。您已签署的内容继续有效。</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>您的口令</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Made last on {time}.</source>
        <translation>上次生成于{time}。</translation>
    </message>
    <message>
        <source>Made on {time}, and in use after the next sync. Until then you sign as before.</source>
        <translation>已于{time}生成，下次同步后启用。在此之前照常签署。</translation>
    </message>
    <message>
        <source>This computer was revoked before its new keys arrived, so they do not count. Ask the secretariat for a code, and enrol it again.</source>
        <translation>本机在新密钥送达之前已被吊销，新密钥因此无效。请向秘书处索取邀请码，重新登记本机。</translation>
    </message>
    <message>
        <source>The server did not take the keys made on {time}. You sign as before; try again.</source>
        <translation>服务器未接受{time}生成的密钥。您照常签署，可再试一次。</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独按键</translation>
    </message>
    <message>
        <source>With Ctrl+Shift</source>
        <translation>配合Ctrl+Shift</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Single keys while reading</source>
        <translation>阅读时的单键快捷键</translation>
    </message>
    <message>
        <source>None acts while you are typing. Keys go by their place on the keyboard where a layout has no Latin letters.</source>
        <translation>输入文字时一律不起作用。键盘布局没有拉丁字母时，按键位识别。</translation>
    </message>
    <message>
        <source>Single keys</source>
        <translation>单键快捷键</translation>
    </message>
    <message>
        <source>To change one, press its button and then the key; Delete leaves it without.</source>
        <translation>要更改某个键，请点击其按钮再按新的键；按Delete则不设键。</translation>
    </message>
    <message>
        <source>To change one, press its button and then the key; Delete leaves it without. O, P and Z with Ctrl+Shift have a meaning already.</source>
        <translation>要更改某个键，请点击其按钮再按新的键；按Delete则不设键。Ctrl+Shift加O、P、Z已有别的用途。</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>恢复默认快捷键</translation>
    </message>
    <message>
        <source>{act}: {key}</source>
        <translation>{act}：{key}</translation>
    </message>
</context>
<context>
    <name>LackingCard</name>
    <message>
        <source>Still lacking</source>
        <translation>尚缺</translation>
    </message>
    <message>
        <source>No case is decided to enter the Casebook.</source>
        <translation>尚无案例被决定收录《案例集》。</translation>
    </message>
    <message>
        <source>Without a decision: {count}</source>
        <translation>尚无决定：{count}项</translation>
    </message>
    <message>
        <source>Out of the order without a reason: {count}</source>
        <translation>不依名次而缺理由：{count}项</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>再显示{count}个</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Place that counts</source>
        <translation>正式名次</translation>
    </message>
    <message>
        <source>Cases in order</source>
        <translation>按次序排列的案例</translation>
    </message>
</context>
<context>
    <name>LadderBody</name>
    <message>
        <source>Ladder</source>
        <translation>名次阶梯</translation>
    </message>
</context>
<context>
    <name>LastQuestions</name>
    <message>
        <source>How well do you know this field?</source>
        <translation>您对该领域的熟悉程度</translation>
    </message>
    <message>
        <source>Comment on the case as a whole</source>
        <translation>对案例的总体评语</translation>
    </message>
    <message>
        <source>Overall recommendation</source>
        <translation>总体建议</translation>
    </message>
    <message>
        <source>Asked last, and not computed from the marks.</source>
        <translation>最后作答，不由各项分数计算得出。</translation>
    </message>
    <message>
        <source>Asked last: each criterion has its mark first.</source>
        <translation>最后填写：请先为每项标准打分。</translation>
    </message>
    <message>
        <source>For the panel (optional)</source>
        <translation>供评审组参考（可不填）</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>?  cannot judge    ·  not asked    –  hidden from you    *  amended, or a tie disclosed</source>
        <translation>?  无法判断&#x3000;&#x3000;·  未分配&#x3000;&#x3000;–  对您隐藏&#x3000;&#x3000;*  已修改，或已披露关联</translation>
    </message>
</context>
<context>
    <name>LinksBody</name>
    <message>
        <source>Cases that experts share</source>
        <translation>专家共同评审的案例</translation>
    </message>
    <message>
        <source>Link map</source>
        <translation>关联图</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同行数</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>Search number, title, applicant</source>
        <translation>搜索编号、标题、申报单位</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>显示哪些案例</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>领域</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Cases with every score</source>
        <translation>案例及全部评分</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Which list</source>
        <translation>哪份名单</translation>
    </message>
    <message>
        <source>Cases of the list, in order</source>
        <translation>名单上的案例，依次排列</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Proposed by the signed rule file. Targets are no limits; a decision against the order has a written reason.</source>
        <translation>依据已签名的规则文件提出。目标数不是上限；与次序不同的决定须写明理由。</translation>
    </message>
    <message>
        <source>Where one more review would help most…</source>
        <translation>哪些案例最值得再请一位专家…</translation>
    </message>
    <message>
        <source>Proposing…</source>
        <translation>正在拟定名单…</translation>
    </message>
    <message>
        <source>The lists are of the whole programme</source>
        <translation>名单以整个项目为范围</translation>
    </message>
    <message>
        <source>No list is proposed</source>
        <translation>未提出名单</translation>
    </message>
    <message>
        <source>It takes a rule file that the organiser has signed; this batch has none.</source>
        <translation>须有主办方签名的规则文件；本批材料没有。</translation>
    </message>
    <message>
        <source>Nothing can be proposed yet</source>
        <translation>暂时无法提出名单</translation>
    </message>
    <message>
        <source>Once experts’ signed scores are collected, the lists stand here.</source>
        <translation>收取专家已签名的评分之后，名单在此显示。</translation>
    </message>
    <message>
        <source>The head sees all panels, and proposes them. Where this panel’s cases stand among all is told here and on the ladder when the head has issued the comparison.</source>
        <translation>主任看到全部评审组的评分，名单由主任一方提出。本组案例在全部案例中的位置，待主任发布比较结果后，在此处和名次阶梯上显示。</translation>
    </message>
    <message>
        <source>The head sees all panels, and proposes them. Where this panel’s cases stand among all by the comparison that the head issued, the ladder and each case tell.</source>
        <translation>主任看到全部评审组的评分，名单由主任一方提出。按主任发布的比较结果，本组案例在全部案例中的位置见名次阶梯和各案例页。</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>The desk also locks when this computer sleeps, and at once with Ctrl+L. What you typed is kept; you come back to where you were.</source>
        <translation>本机休眠时工作台也会锁定；按Ctrl+L可立即锁定。您录入的内容均已保存，解锁后回到原处。</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count}分钟</translation>
    </message>
</context>
<context>
    <name>LockTool</name>
    <message>
        <source>Lock the desk</source>
        <translation>锁定工作台</translation>
    </message>
</context>
<context>
    <name>LongPart</name>
    <message>
        <source>Cases for the next round, in order</source>
        <translation>进入下一轮的案例，依次排列</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>所选案例</translation>
    </message>
    <message>
        <source>Why it goes into the next round all the same</source>
        <translation>为何仍进入下一轮</translation>
    </message>
    <message>
        <source>Long list</source>
        <translation>长名单</translation>
    </message>
    <message>
        <source>Why cases of the proposal are left out</source>
        <translation>为何略去建议中的案例</translation>
    </message>
    <message>
        <source>Read back and sign…</source>
        <translation>复核并签署…</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不列入</translation>
    </message>
    <message>
        <source>Let it go into the next round</source>
        <translation>列入下一轮</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Before you hand in</source>
        <translation>提交之前</translation>
    </message>
    <message>
        <source>Your marks</source>
        <translation>我的评分</translation>
    </message>
    <message>
        <source>Look over your marks</source>
        <translation>通览我的评分</translation>
    </message>
    <message>
        <source>Cases with the same marks: {count}</source>
        <translation>评分相同的案例：{count}个</translation>
    </message>
    <message>
        <source>Pairs one mark apart: {count}</source>
        <translation>只差一分的案例：{count}对</translation>
    </message>
    <message>
        <source>Your last cases are marked higher than the first: {by}</source>
        <translation>靠后的案例比靠前的案例平均高{by}分</translation>
    </message>
    <message>
        <source>Your last cases are marked lower than the first: {by}</source>
        <translation>靠后的案例比靠前的案例平均低{by}分</translation>
    </message>
    <message>
        <source>No two cases have marks that are the same or close.</source>
        <translation>没有评分相同或相近的案例。</translation>
    </message>
    <message>
        <source>Not signed yet: {count}</source>
        <translation>尚未签署：{count}个</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文中查看</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>修改批注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>去除</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>What changed</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Nothing that is shown here changed.</source>
        <translation>此处所示内容没有改动。</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Highlights and notes</source>
        <translation>标记和批注</translation>
    </message>
    <message>
        <source>Yours alone: all of it stays on this computer, in no score and in no report. Only you can take it along, on paper or in a PDF of the case.</source>
        <translation>仅供您本人使用：全部内容只留在这台电脑上，不进入任何评分或报告。只有您可以在打印本案例或存为PDF时附上它们。</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>已去除。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>The case was corrected since. What you marked is kept as it read then.</source>
        <translation>案例此后作过更正。您当时标记的文字按原样保留于此。</translation>
    </message>
    <message>
        <source>In an earlier text</source>
        <translation>见于更正前的文本</translation>
    </message>
    <message>
        <source>Highlights and notes on this case: {n}</source>
        <translation>本案例的标记和批注：{n}处</translation>
    </message>
    <message>
        <source>Nothing is highlighted yet: select words in the text and press {key}.</source>
        <translation>还没有标记。请在正文中选取文字，然后按{key}。</translation>
    </message>
</context>
<context>
    <name>MattersPart</name>
    <message>
        <source>What waits for the secretariat</source>
        <translation>秘书处待处理事项</translation>
    </message>
    <message>
        <source>Count it…</source>
        <translation>计入…</translation>
    </message>
    <message>
        <source>Leave it out…</source>
        <translation>不计入…</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Cases are given on the server: on it, run “{command}”, which draws one more by the rules of the assignment.</source>
        <translation>案例在服务器上分配：请在服务器上运行“{command}”，系统按分配规则再抽取一位专家。</translation>
    </message>
</context>
<context>
    <name>MeetingWindow</name>
    <message>
        <source>Meeting view</source>
        <translation>会议视图</translation>
    </message>
    <message>
        <source>Case number (Ctrl+F)</source>
        <translation>案例编号（Ctrl+F）</translation>
    </message>
    <message>
        <source>Order of the cases</source>
        <translation>案例次序</translation>
    </message>
    <message>
        <source>Case before</source>
        <translation>上一案例</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>下一案例</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>结束（Esc）</translation>
    </message>
    <message>
        <source>No case is here yet.</source>
        <translation>尚无案例。</translation>
    </message>
    <message>
        <source>No case has the number “{typed}”</source>
        <translation>没有编号为“{typed}”的案例</translation>
    </message>
</context>
<context>
    <name>MessagesView</name>
    <message>
        <source>Ask the secretariat…</source>
        <translation>向秘书处提问…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>暂无消息</translation>
    </message>
    <message>
        <source>What the secretariat tells you comes here with a sync or in a file: corrected cases, new deadlines, answers to your questions.</source>
        <translation>秘书处的通知会随同步或文件到达这里：案例更正、新的截止时间、对您提问的答复。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>您的提问</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Case corrected</source>
        <translation>案例已更正</translation>
    </message>
    <message>
        <source>Case withdrawn by its applicant</source>
        <translation>申报单位撤回申报</translation>
    </message>
    <message>
        <source>Round extended</source>
        <translation>评审延期</translation>
    </message>
    <message>
        <source>Round closed</source>
        <translation>本轮评审结束</translation>
    </message>
    <message>
        <source>New · {title}</source>
        <translation>新 · {title}</translation>
    </message>
    <message>
        <source>The secretariat corrected case {case}: it is version {version} now. The text that you had stays until the new one is here, and a score that you signed stands for the version that you read until you confirm or change it.</source>
        <translation>秘书处更正了案例{case}：现为第{version}版。新文本到达之前，您原有的文本仍可阅读；您已签署的评分对应您当时阅读的版本，直到您确认或修改。</translation>
    </message>
    <message>
        <source>The applicant of case {case} withdrew it. It is reviewed no more and counts nowhere. Your drafts stay on this computer, and what you signed stays in the log.</source>
        <translation>案例{case}已由申报单位撤回申报，不再评审，也不计入任何结果。您的草稿保留在本机，已签名的内容保留在日志中。</translation>
    </message>
    <message>
        <source>Round {round} is open longer. It now closes {time}.</source>
        <translation>第{round}轮评审延期，现截止于{time}。</translation>
    </message>
    <message>
        <source>Round {round} is closed. What arrives now is late.</source>
        <translation>第{round}轮评审已结束，此后到达的为逾期。</translation>
    </message>
    <message>
        <source>Secretariat · no. {number} · {time}</source>
        <translation>秘书处 · 第{number}号 · {time}</translation>
    </message>
    <message>
        <source>You · {time} · received, no. {leaf}</source>
        <translation>您 · {time} · 已收到，编号{leaf}</translation>
    </message>
    <message>
        <source>You · {time} · on this computer</source>
        <translation>您 · {time} · 在本机</translation>
    </message>
    <message>
        <source>This text has {count} characters that are not seen and may change how it reads.</source>
        <translation>此文本含有{count}个不可见字符，可能影响其读法。</translation>
    </message>
    <message>
        <source>{count} in all, {new} new</source>
        <translation>共{count}条，{new}条未读</translation>
    </message>
    <message>
        <source>The server signed two different notices under one number: {numbers}</source>
        <translation>服务器以同一编号签署了两份不同的通知：{numbers}</translation>
    </message>
    <message>
        <source>Both are kept here and are evidence. Please call the secretariat, and do not write to them through the app about this.</source>
        <translation>两份均保留在本机，可作为证据。请致电秘书处，不要通过本应用就此事联系。</translation>
    </message>
    <message>
        <source>Notices that did not arrive: {numbers}</source>
        <translation>未到达的通知：{numbers}</translation>
    </message>
    <message>
        <source>Notices are numbered, and these are missing. Sync again; if they still do not come, please ask the secretariat.</source>
        <translation>通知连续编号，其中缺少这些编号。请再次同步；如仍未到达，请询问秘书处。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Your question is signed and on this computer.</source>
        <translation>您的问题已签名，存于本机。</translation>
    </message>
    <message>
        <source>It goes to the secretariat with the next sync.</source>
        <translation>下次同步时送达秘书处。</translation>
    </message>
</context>
<context>
    <name>Middle</name>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Close the note</source>
        <translation>关闭批注</translation>
    </message>
    <message>
        <source>For yourself: it stays on this computer. Without words the highlight stays.</source>
        <translation>写给自己看，只留在这台电脑上。不写文字则只保留标记。</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>Note on “{quote}”</source>
        <translation>对“{quote}”的批注</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已于{time}保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>OpinionCard</name>
    <message>
        <source>Amended</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Tie disclosed</source>
        <translation>已披露关联</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>No counterpart in the other language</source>
        <translation>另一语言中没有对应文字</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>The order varies by reviewer; keys belong to the criterion.</source>
        <translation>标准次序因评审专家而异；按键随标准而定。</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Read: {percent}%</source>
        <translation>已读{percent}%</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>无附件</translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation>批注（{count}）</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>{size} · {language}</source>
        <translation>{size} · {language}</translation>
    </message>
    <message>
        <source>⚠ Please look</source>
        <translation>⚠ 请留意</translation>
    </message>
    <message>
        <source>⚠ Found: {count}</source>
        <translation>⚠ 发现{count}处</translation>
    </message>
    <message>
        <source>⚠ Not filled in</source>
        <translation>⚠ 未填写</translation>
    </message>
    <message>
        <source>⚠ English only</source>
        <translation>⚠ 仅有英文</translation>
    </message>
    <message>
        <source>⚠ Chinese only</source>
        <translation>⚠ 仅有中文</translation>
    </message>
    <message>
        <source>⚠ Not translated: {count}</source>
        <translation>⚠ {count}段未翻译</translation>
    </message>
    <message>
        <source>⚠ Order differs</source>
        <translation>⚠ 段落次序不同</translation>
    </message>
    <message>
        <source>⚠ Uncertain: {count}</source>
        <translation>⚠ {count}段对应不确定</translation>
    </message>
    <message>
        <source>⚠ Figures differ</source>
        <translation>⚠ 数字不一致</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Mean {mean}</source>
        <translation>平均{mean}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Your marks</source>
        <translation>我的评分</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>打开时长</translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>返回工作台</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Your cases in the order of your marks</source>
        <translation>按我的评分排列的案例</translation>
    </message>
    <message>
        <source>The same marks</source>
        <translation>评分相同</translation>
    </message>
    <message>
        <source>One mark apart</source>
        <translation>只差一分</translation>
    </message>
    <message>
        <source>One mark in one criterion is all that differs.</source>
        <translation>仅一项标准相差一分，其余全部相同。</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>尚缺内容</translation>
    </message>
    <message>
        <source>This page is for you alone and never leaves this computer. Your marks are handed in; your order is not.</source>
        <translation>本页仅供您自己参考，不会离开这台电脑。提交的只有评分，没有您的排序。</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Once two cases have all their marks, you see them side by side here.</source>
        <translation>至少两个案例打完全部分数后，即可在此并列查看。</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>回到工作台</translation>
    </message>
    <message>
        <source>Look over your marks</source>
        <translation>通览我的评分</translation>
    </message>
    <message>
        <source>and more; the first {count} are shown</source>
        <translation>等，仅列出前{count}组</translation>
    </message>
    <message>
        <source>No two cases have the same marks.</source>
        <translation>没有评分完全相同的案例。</translation>
    </message>
    <message>
        <source>No two cases are that close.</source>
        <translation>没有只差一分的案例。</translation>
    </message>
    <message>
        <source>Nothing: every case is signed.</source>
        <translation>没有：所有案例均已签署。</translation>
    </message>
    <message>
        <source>{done} of {all} cases have their marks</source>
        <translation>{all}个案例中已有{done}个完成打分</translation>
    </message>
    <message>
        <source>open for {time} in all</source>
        <translation>累计打开{time}</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>不到1分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}小时{minutes}分钟</translation>
    </message>
    <message>
        <source>These {count} have the same marks: {marks}. Look again?</source>
        <translation>这{count}个案例评分相同（{marks}），要再看一遍吗？</translation>
    </message>
    <message>
        <source>{criterion}: {one} and {other}; all else the same.</source>
        <translation>{criterion}：{one}分与{other}分，其余相同。</translation>
    </message>
    <message>
        <source>Too few cases to compare yet: it takes {count} with all their marks.</source>
        <translation>案例太少，暂时无法比较：至少需要{count}个打完全部分数的案例。</translation>
    </message>
    <message>
        <source>Your first cases and your last ones are marked alike, as far as so few can tell.</source>
        <translation>就目前的案例数量看，您前后打分的尺度大体一致。</translation>
    </message>
    <message>
        <source>Your last cases have marks higher by {change}. They came in an order drawn by lot, so look at a few of the first again.</source>
        <translation>您后评的案例平均高{change}分。案例顺序由抽签决定，建议再看看先评的几个。</translation>
    </message>
    <message>
        <source>Your last cases have marks lower by {change}. They came in an order drawn by lot, so look at a few of the last again.</source>
        <translation>您后评的案例平均低{change}分。案例顺序由抽签决定，建议再看看后评的几个。</translation>
    </message>
    <message>
        <source>{count} cases, mean {mean}, spread {spread}</source>
        <translation>{count}个案例，平均{mean}，离散{spread}</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>answers missing: {count}</source>
        <translation>还缺{count}项</translation>
    </message>
</context>
<context>
    <name>PaneColumn</name>
    <message>
        <source>Chinese and English text of {case}</source>
        <translation>{case}的中英文文本</translation>
    </message>
    <message>
        <source>Chinese text of {case}</source>
        <translation>{case}的中文文本</translation>
    </message>
    <message>
        <source>English text of {case}</source>
        <translation>{case}的英文文本</translation>
    </message>
</context>
<context>
    <name>PanelFoot</name>
    <message>
        <source>Read back and sign</source>
        <translation>复核并签署</translation>
    </message>
    <message>
        <source>Recuse…</source>
        <translation>回避…</translation>
    </message>
    <message>
        <source>Keep what is signed</source>
        <translation>保留已签署的评分</translation>
    </message>
    <message>
        <source>Undo one step</source>
        <translation>撤销一步</translation>
    </message>
    <message>
        <source>Compare with the commentary</source>
        <translation>对照参考点评</translation>
    </message>
    <message>
        <source>Practice: not kept</source>
        <translation>练习：不作保存</translation>
    </message>
    <message>
        <source>The dispute is saved once it says why</source>
        <translation>写明异议理由后即保存</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>尚无内容需要保存</translation>
    </message>
    <message>
        <source>{missing}, {more}</source>
        <translation>{missing}，{more}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>{time}已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有{count}项</translation>
    </message>
</context>
<context>
    <name>PanelPage</name>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Meeting view</source>
        <translation>会议视图</translation>
    </message>
    <message>
        <source>Meeting view (F11): one case at a time, for the projector</source>
        <translation>会议视图（F11）：逐个显示案例，供投影使用</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Cases are hidden because you have not declared on them yet.</source>
        <translation>有案例对您隐藏，因为您尚未对其作出利益冲突声明。</translation>
    </message>
    <message>
        <source>Their scores are shown once you have declared that no conflict stands.</source>
        <translation>声明没有冲突之后，即可看到其评分。</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>去声明</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>The file is not encrypted: who can read the folder can read it. Closing the round here does not erase it.</source>
        <translation>该文件未加密：能打开所在文件夹的人即可阅读。在本机结束本轮时不会将其删除。</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Cases, drafts, signed packets and backups stay as they are; it takes a second.</source>
        <translation>案例、草稿、签署件和备份均不受影响；约需一秒。</translation>
    </message>
    <message>
        <source>The present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>The two are different.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Changed. The new passphrase opens the desk from now on.</source>
        <translation>已更改。此后请用新口令打开工作台。</translation>
    </message>
    <message>
        <source>Changed. The keyring of this computer did not take the new copy: at the next start the passphrase is asked for.</source>
        <translation>已更改。本机的密钥环未能保存新的副本：下次启动时将要求输入口令。</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>隐藏口令</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Four or five words in a row are easy to keep in mind</source>
        <translation>由四五个词连成的口令既好记又安全</translation>
    </message>
    <message>
        <source>Weak: can be guessed in hours</source>
        <translation>较弱：数小时内可能被猜出</translation>
    </message>
    <message>
        <source>Fair: add another word</source>
        <translation>一般：建议再加一个词</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>很强</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>It locks the cases on this computer, and it signs in your name.</source>
        <translation>口令用于锁定本机上的案例，并以您的名义签署。</translation>
    </message>
    <message>
        <source>Step 2 of 4</source>
        <translation>第2步，共4步</translation>
    </message>
    <message>
        <source>Nobody else knows it, and nobody can recover it: not the secretariat, not the server. If it is lost, you enrol this computer again with a new code; what the server has received stays counted.</source>
        <translation>口令只有您知道，任何人都无法找回，包括秘书处和服务器。如果遗失，需用新的邀请码重新登记本机；服务器已收到的内容仍然有效。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>At least {count} characters</source>
        <translation>至少{count}个字符</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Enrol this computer</source>
        <translation>登记本机</translation>
    </message>
    <message>
        <source>Enrolling this computer…</source>
        <translation>正在登记本机…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Please use the passphrase of your first try: its keys were sent already.</source>
        <translation>请使用第一次尝试时的口令：相应的密钥已经发出。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>PassphrasePrompt</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Who you are</source>
        <translation>您的信息</translation>
    </message>
    <message>
        <source>The secretariat sees this; applicants and other experts do not.</source>
        <translation>仅秘书处可见，申报单位和其他专家看不到。</translation>
    </message>
    <message>
        <source>Step 4 of 4</source>
        <translation>第4步，共4步</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文姓名</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文姓名</translation>
    </message>
    <message>
        <source>Your organisations, one a line</source>
        <translation>您所在的机构，每行一个</translation>
    </message>
    <message>
        <source>Cases that they entered or joined are not given to you.</source>
        <translation>这些机构申报或参与的案例不会分配给您。</translation>
    </message>
    <message>
        <source>You read</source>
        <translation>您可以阅读</translation>
    </message>
    <message>
        <source>Your field, in a few words</source>
        <translation>您的专业领域，简要说明</translation>
    </message>
    <message>
        <source>Help me if I forget my passphrase</source>
        <translation>如忘记口令，请协助我</translation>
    </message>
    <message>
        <source>This desk&apos;s key is then left with the programme, locked; never what you sign with. You can withdraw it at any time in the preferences.</source>
        <translation>此时本工作台的密钥将加锁留存项目，但绝不包括签署用的密钥。您可随时在偏好设置中撤回。</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>正在签署…</translation>
    </message>
    <message>
        <source>Sign and continue</source>
        <translation>签署并继续</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PracticePages</name>
    <message>
        <source>Practice: an invented case</source>
        <translation>练习：虚构案例</translation>
    </message>
    <message>
        <source>Read it, quote from it, mark it. Nothing of it is kept when you lock the desk or close the app, and nothing is signed, sent or counted.</source>
        <translation>可以阅读、引用、打分。锁定或关闭应用后一概不保留，也不签署、不发送、不计入。</translation>
    </message>
</context>
<context>
    <name>PreferencesView</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>所有更改立即生效。</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size of text and buttons</source>
        <translation>文字与按钮大小</translation>
    </message>
    <message>
        <source>Reading text</source>
        <translation>正文字号</translation>
    </message>
    <message>
        <source>Each language has its own size beside the other.</source>
        <translation>两种语言可分别设置字号。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Cases, drafts and signed packets lie here, locked with your passphrase.</source>
        <translation>案例、草稿和已签署的内容存放于此，以您的口令锁定。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>How this computer reaches the server.</source>
        <translation>本机如何连接服务器。</translation>
    </message>
    <message>
        <source>Lock, passphrase, backups…</source>
        <translation>锁定、口令、备份…</translation>
    </message>
    <message>
        <source>Your computers…</source>
        <translation>您的电脑…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
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
        <source>Reviewer Workstation {version}, under the Apache License 2.0. Qt under the LGPL 3; the fonts Noto Sans SC and Source Sans 3 under the SIL Open Font License 1.1.</source>
        <translation>评审工作站{version}，采用Apache License 2.0许可。Qt采用LGPL 3；字体Noto Sans SC和Source Sans 3采用SIL Open Font License 1.1。</translation>
    </message>
    <message>
        <source>{language}: smaller</source>
        <translation>{language}：缩小</translation>
    </message>
    <message>
        <source>{language}: larger</source>
        <translation>{language}：放大</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Side by side</source>
        <translation>左右对照</translation>
    </message>
    <message>
        <source>One below the other</source>
        <translation>上下对照</translation>
    </message>
    <message>
        <source>Print or save this case</source>
        <translation>打印或导出本案例</translation>
    </message>
    <message>
        <source>Paper and files outside the app are not encrypted: who has them can read them. They are not erased when you close the round here; please destroy them yourself, as you undertook. Every page bears your name.</source>
        <translation>打印件和应用之外的文件都不加密，拿到的人就能阅读。您在本机结束本轮时，它们不会被清除，请按承诺自行销毁。每一页都印有您的姓名。</translation>
    </message>
    <message>
        <source>Where the other language stands</source>
        <translation>两种语言的版式</translation>
    </message>
    <message>
        <source>With my marks</source>
        <translation>包含我的标记</translation>
    </message>
    <message>
        <source>I know, and will look after them</source>
        <translation>我已知悉，并会妥善保管</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为PDF…</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProxyPart</name>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>This address</source>
        <translation>使用此地址</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Automatic configuration (PAC files, WPAD) and SOCKS are not used: enter the address that they would give.</source>
        <translation>不支持自动配置（PAC文件、WPAD）和SOCKS：请填写其给出的地址。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>User name, if the proxy wants one</source>
        <translation>用户名（代理要求时填写）</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>使用此地址</translation>
    </message>
    <message>
        <source>kept; empty means the same</source>
        <translation>已保存；留空即沿用</translation>
    </message>
    <message>
        <source>An address and a port from 1 to 65535 are needed.</source>
        <translation>请填写地址和1至65535的端口。</translation>
    </message>
    <message>
        <source>Kept, encrypted, on this computer. The next sync goes this way.</source>
        <translation>已加密保存在本机，下次同步即按此连接。</translation>
    </message>
</context>
<context>
    <name>PutBackCard</name>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>由此继续</translation>
    </message>
</context>
<context>
    <name>QuestionsPart</name>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>In general</source>
        <translation>一般问题</translation>
    </message>
    <message>
        <source>Answers are signed by the server: on it, run “{command}”. The answer comes to the reviewer with the next sync.</source>
        <translation>答复由服务器签名：请在服务器上运行“{command}”。评审专家下次同步时收到答复。</translation>
    </message>
    <message>
        <source>Answered, told to you on {time}:</source>
        <translation>已答复，{time}告知您：</translation>
    </message>
</context>
<context>
    <name>QuoteChip</name>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>Take this quote off</source>
        <translation>移除这条摘引</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Rooms</source>
        <translation>各个页面</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>A copy was saved: {path}</source>
        <translation>副本已保存：{path}</translation>
    </message>
    <message>
        <source>It is not encrypted. Delete it when you no longer need it.</source>
        <translation>副本未加密。不再需要时请删除。</translation>
    </message>
    <message>
        <source>Attached to {criterion}</source>
        <translation>已摘引至“{criterion}”</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Attach to {criterion}</source>
        <translation>摘引至“{criterion}”</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Note for yourself</source>
        <translation>写批注（仅自己可见）</translation>
    </message>
    <message>
        <source>This case no longer has the file of this quote: {place}.</source>
        <translation>此案例已不含该引文所在的附件：{place}。</translation>
    </message>
    <message>
        <source>Withdraw your score</source>
        <translation>撤回评分</translation>
    </message>
    <message>
        <source>The signed score stays in the log and is no longer counted. You can sign a new one later. Why do you withdraw it?</source>
        <translation>已签署的评分仍保留在日志中，但不再计入。之后可以重新签署。请说明撤回原因。</translation>
    </message>
    <message>
        <source>Sign the withdrawal</source>
        <translation>签署撤回</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Its size then</source>
        <translation>当时条数</translation>
    </message>
    <message>
        <source>Its root then</source>
        <translation>当时根值</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>复制回执</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Choose a packet to see what proves its arrival.</source>
        <translation>选择一份内容，查看其送达证明。</translation>
    </message>
    <message>
        <source>{what}: no receipt yet. It comes with the sync that delivers it.</source>
        <translation>{what}：尚无回执，同步送达后即可收到。</translation>
    </message>
    <message>
        <source>{what}: the receipt is being read…</source>
        <translation>{what}：正在读取回执…</translation>
    </message>
    <message>
        <source>{what}. {sentence}</source>
        <translation>{what}。{sentence}</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>Save the evidence…</source>
        <translation>保存证据…</translation>
    </message>
    <message>
        <source>The server&apos;s record</source>
        <translation>服务器的记录</translation>
    </message>
    <message>
        <source>Save the evidence into</source>
        <translation>选择保存证据的文件夹</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Forgotten passphrase</source>
        <translation>忘记口令</translation>
    </message>
    <message>
        <source>Open your desk</source>
        <translation>打开工作台</translation>
    </message>
    <message>
        <source>Only your passphrase opens this desk.</source>
        <translation>只有您的口令能打开此工作台。</translation>
    </message>
    <message>
        <source>Its key was not left with the programme, so nobody can open it for you. Try what else it may have been: another keyboard layout, capitals, a space. What the server has receipted is safe there. Ask the secretariat for a new invitation to go on with a new desk; this one stays as it is, should the passphrase come back to you.</source>
        <translation>其密钥未曾留存项目，因此无人能代您打开。请再试其他可能：不同的键盘布局、大小写、空格。服务器已出具回执的内容在服务器上安全保存。您可向秘书处索取新的邀请，另建工作台继续评审；此工作台保持原样，待您想起口令时仍可打开。</translation>
    </message>
    <message>
        <source>The two are different.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>保存恢复申请</translation>
    </message>
    <message>
        <source>The secretariat&apos;s answer</source>
        <translation>秘书处的答复</translation>
    </message>
    <message>
        <source>The desk opens with the new passphrase; everything you wrote is there. To sync, it then asks for a code from the secretariat.</source>
        <translation>工作台现可用新口令打开，您所写的内容俱在。同步前需输入秘书处提供的邀请码。</translation>
    </message>
    <message>
        <source>Ask the secretariat</source>
        <translation>向秘书处求助</translation>
    </message>
    <message>
        <source>You agreed that the programme may help. Choose the passphrase that is to open the desk, save the request as a file, and send it to the secretariat.</source>
        <translation>您已同意由项目协助。请设定日后打开工作台的口令，将恢复申请存为文件，发送给秘书处。</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>保存恢复申请…</translation>
    </message>
    <message>
        <source>The request is made</source>
        <translation>恢复申请已生成</translation>
    </message>
    <message>
        <source>Send its file to the secretariat and read this code to them over the telephone, so that they know it is you. They send a file back: open it here.</source>
        <translation>请将申请文件发送给秘书处，并在电话中读出此码，以确认是您本人。秘书处会回复一个文件：请在此打开。</translation>
    </message>
    <message>
        <source>The passphrase that you chose with the request</source>
        <translation>申请时设定的口令</translation>
    </message>
    <message>
        <source>Open the answer…</source>
        <translation>打开答复…</translation>
    </message>
    <message>
        <source>Save the request again…</source>
        <translation>再次保存申请…</translation>
    </message>
    <message>
        <source>Another request</source>
        <translation>另行申请</translation>
    </message>
</context>
<context>
    <name>RecuseDialog</name>
    <message>
        <source>Recuse</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Step back from this case</source>
        <translation>回避该案例</translation>
    </message>
    <message>
        <source>What you scored stays in the log and is not counted. This is signed and sent with your next sync; it cannot be taken back.</source>
        <translation>您已作的评分仍保留在日志中，但不计入。回避声明经签署后随下次同步递交，不能撤销。</translation>
    </message>
    <message>
        <source>I have a conflict of interest</source>
        <translation>我与该案例存在利益冲突</translation>
    </message>
    <message>
        <source>I am not competent to judge this case</source>
        <translation>该案例超出我的专业范围，无法评审</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Needed where the kind is “Other”.</source>
        <translation>选择“其他”时必填。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign the recusal</source>
        <translation>签署回避</translation>
    </message>
    <message>
        <source>Kind of conflict</source>
        <translation>冲突类型</translation>
    </message>
</context>
<context>
    <name>RememberPart</name>
    <message>
        <source>Open without passphrase on this computer</source>
        <translation>在本机打开时无需口令</translation>
    </message>
    <message>
        <source>Open without passphrase</source>
        <translation>打开时无需口令</translation>
    </message>
    <message>
        <source>Please prove that it is you. The key to cases and drafts is then copied to this computer&apos;s keyring; the keys that sign and sync never are.</source>
        <translation>请先确认是您本人。随后，案例与草稿的密钥会在本机的系统密钥环中存一份；用于签署和同步的密钥绝不存入。</translation>
    </message>
    <message>
        <source>Remember on this computer</source>
        <translation>在本机记住</translation>
    </message>
    <message>
        <source>The app cannot open without the passphrase here: this computer has no keyring that keeps a key safely (Secret Service, KWallet, Keychain or Credential Manager).</source>
        <translation>在这台电脑上打开时必须输入口令：没有找到能安全保存密钥的系统密钥环（Secret Service、KWallet、钥匙串或凭据管理器）。</translation>
    </message>
    <message>
        <source>Cases and drafts open without it, for anyone who is signed in to this computer as you. Signing and syncing still ask for it, once until the app is closed.</source>
        <translation>此后打开案例和草稿不再需要口令，任何以您的账户登录这台电脑的人都能打开。签署和同步仍需口令，软件关闭前只问一次。</translation>
    </message>
    <message>
        <source>The keyring holds the key. The next start needs no passphrase.</source>
        <translation>密钥已存入系统密钥环，下次启动无需口令。</translation>
    </message>
    <message>
        <source>The keyring did not keep the key, so the passphrase is asked for as before. Perhaps the keyring is locked.</source>
        <translation>系统密钥环没有存下密钥，打开时仍需输入口令。密钥环可能处于锁定状态。</translation>
    </message>
    <message>
        <source>The key is erased from the keyring.</source>
        <translation>密钥已从系统密钥环中删除。</translation>
    </message>
    <message>
        <source>The passphrase is asked for again, but the keyring did not confirm that the key is erased. Look for “reviewer-workstation” in the system&apos;s keyring.</source>
        <translation>打开时将重新要求输入口令，但系统密钥环没有确认密钥已删除。请在系统密钥环中查找“reviewer-workstation”。</translation>
    </message>
    <message>
        <source>The keyring does not give the key now, so the start asks for the passphrase.</source>
        <translation>系统密钥环目前取不出密钥，启动时会要求输入口令。</translation>
    </message>
</context>
<context>
    <name>ReportsPart</name>
    <message>
        <source>Every score, comment and figure, with what it rests on in its head.</source>
        <translation>包含全部评分、评语和统计，报告首部注明所依据的数据。</translation>
    </message>
    <message>
        <source>Scores are exported once the round is closed; progress at any time.</source>
        <translation>评分须在本轮结束后导出；进度可随时导出。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Formats and language</source>
        <translation>格式与语言</translation>
    </message>
    <message>
        <source>Export score report…</source>
        <translation>导出评分报告…</translation>
    </message>
    <message>
        <source>Export progress report…</source>
        <translation>导出进度报告…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>选择导出文件夹</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>中英双语</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Another expert</source>
        <translation>增请专家</translation>
    </message>
    <message>
        <source>Why another review is needed</source>
        <translation>为何还需一份评审</translation>
    </message>
    <message>
        <source>Sign the request</source>
        <translation>签署请求</translation>
    </message>
    <message>
        <source>Ask for another expert…</source>
        <translation>请求增请专家…</translation>
    </message>
</context>
<context>
    <name>RequestsPart</name>
    <message>
        <source>Waits for a second member of staff</source>
        <translation>等待第二名秘书处成员</translation>
    </message>
    <message>
        <source>Nothing is changed until another member of staff agrees.</source>
        <translation>在另一名秘书处成员同意之前，不作任何改变。</translation>
    </message>
    <message>
        <source>“{reason}”</source>
        <translation>“{reason}”</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>收回…</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>不同意…</translation>
    </message>
    <message>
        <source>Agree…</source>
        <translation>同意…</translation>
    </message>
    <message>
        <source>You asked on {time}; another member of staff answers.</source>
        <translation>您于{time}提出，由另一名秘书处成员答复。</translation>
    </message>
    <message>
        <source>{name} asked on {time}</source>
        <translation>{name}于{time}提出</translation>
    </message>
    <message>
        <source>Agree?</source>
        <translation>是否同意？</translation>
    </message>
    <message>
        <source>{name} asks: “{reason}”</source>
        <translation>{name}提出：“{reason}”</translation>
    </message>
    <message>
        <source>Agree and sign</source>
        <translation>同意并签署</translation>
    </message>
    <message>
        <source>Decline?</source>
        <translation>不同意？</translation>
    </message>
    <message>
        <source>Decline and sign</source>
        <translation>不同意并签署</translation>
    </message>
    <message>
        <source>Take the request back?</source>
        <translation>收回此请求？</translation>
    </message>
    <message>
        <source>Take back and sign</source>
        <translation>收回并签署</translation>
    </message>
    <message>
        <source>Nothing is changed. Your answer is signed and kept, with this reason:</source>
        <translation>不作任何改变。您的答复须签署并留存，请写明理由：</translation>
    </message>
</context>
<context>
    <name>RestoringPage</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The desk&apos;s database cannot be read, and your passphrase is right. A backup takes its place; the damaged one is set aside, and what can be read in it is taken over.</source>
        <translation>口令正确，但工作台的数据库无法读取。备份将取而代之；损坏的数据库移至一旁，其中尚可读取的内容一并带入。</translation>
    </message>
    <message>
        <source>Open your desk</source>
        <translation>打开工作台</translation>
    </message>
    <message>
        <source>There is no backup here. What the server has receipted is safe there; ask the secretariat for a new invitation, and keep this folder for its help.</source>
        <translation>此处没有备份。服务器已出具回执的内容在服务器上安全保存；请向秘书处索取新的邀请，并保留此文件夹以备协助。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Defence sheets are of the marked cases, or of all that are shown.</source>
        <translation>评审依据表为标记的案例；未标记时为所列全部案例。</translation>
    </message>
</context>
<context>
    <name>ReturningView</name>
    <message>
        <source>Before you go on</source>
        <translation>继续之前</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>All is well: nothing is to be answered here.</source>
        <translation>一切正常：此处无需答复。</translation>
    </message>
</context>
<context>
    <name>SafetyScreen</name>
    <message>
        <source>Round {number} is closed on this computer. Its texts are erased; your receipts are here. The next sync tells the secretariat.</source>
        <translation>第{number}轮已在本机结束。文本已清除，回执保留在此。下次同步时告知秘书处。</translation>
    </message>
</context>
<context>
    <name>SafetyView</name>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>What keeps this desk yours, and what you wrote from loss.</source>
        <translation>使工作台只归您所用，使所写内容不致丢失。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
</context>
<context>
    <name>SavingOut</name>
    <message>
        <source>Save a copy of the attachment</source>
        <translation>另存附件副本</translation>
    </message>
    <message>
        <source>Save this file outside the desk?</source>
        <translation>要将此附件存到评审桌面之外吗？</translation>
    </message>
    <message>
        <source>“{file}” cannot be shown inside the app. Outside it, another program opens it, and what such a file does then is beyond this app.</source>
        <translation>“{file}”无法在软件内显示。存到外面后由别的程序打开，届时它会做什么，本软件无法控制。</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>选择保存位置</translation>
    </message>
    <message>
        <source>The copy is not encrypted: who can read the folder can read it.</source>
        <translation>副本未加密：能读取该文件夹的人都能读取。</translation>
    </message>
    <message>
        <source>Closing the round here does not erase it: delete it yourself, as you undertook.</source>
        <translation>在本机结束本轮时不会清除它：请按您的承诺自行删除。</translation>
    </message>
    <message>
        <source>Open it only if you expected a file of this kind.</source>
        <translation>只有在预期会有此类附件时才打开。</translation>
    </message>
</context>
<context>
    <name>ScoreRow</name>
    <message>
        <source>Cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>{mark} of 10</source>
        <translation>{mark}分（满分10分）</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Scores of cases by experts</source>
        <translation>案例与专家评分表</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty this field</source>
        <translation>清空此栏</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Search cases</source>
        <translation>搜索案例</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>显示哪些案例</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
</context>
<context>
    <name>SignedCard</name>
    <message>
        <source>Amend…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Recuse…</source>
        <translation>回避…</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>What the panel says of this case; open to you as your own score counts</source>
        <translation>评审组对本案例的讨论；您的评分已计入，因此可以参加</translation>
    </message>
    <message>
        <source>You stepped back from this case. Nothing more is needed.</source>
        <translation>您已回避该案例，无需再作任何操作。</translation>
    </message>
    <message>
        <source>Your score was withdrawn. You can fill in the sheet and sign again.</source>
        <translation>评分已撤回。您可以重新填写并签署。</translation>
    </message>
    <message>
        <source>You are changing what you signed on {when}. It stands until you sign the amendment.</source>
        <translation>您正在修改{when}签署的评分。在签署修改之前，原评分仍然有效。</translation>
    </message>
    <message>
        <source>Signed on {when}. Language read: {language}.</source>
        <translation>{when}签署。阅读语言：{language}。</translation>
    </message>
</context>
<context>
    <name>SigningView</name>
    <message>
        <source>Back to the case</source>
        <translation>回到案例</translation>
    </message>
    <message>
        <source>Which language did you read?</source>
        <translation>您阅读的是哪种语言？</translation>
    </message>
    <message>
        <source>Why do you change it?</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>One sentence; it is signed with the score.</source>
        <translation>一句话即可，与评分一并签署。</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>尚缺内容</translation>
    </message>
    <message>
        <source>Each leads to its place in the sheet.</source>
        <translation>点击即可回到评分栏的相应位置。</translation>
    </message>
    <message>
        <source>Read back and sign</source>
        <translation>复核并签署</translation>
    </message>
    <message>
        <source>Read back and sign the amendment</source>
        <translation>复核并签署修改</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Sign the amendment</source>
        <translation>签署修改</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Nothing differs from what you signed, so there is nothing to amend.</source>
        <translation>内容与已签署的评分一致，无需修改。</translation>
    </message>
    <message>
        <source>The new score takes the place of the one before; both stay in the log, with your reason.</source>
        <translation>新评分将取代原评分；两者连同修改原因均保留在日志中。</translation>
    </message>
    <message>
        <source>Signing fixes these answers under your name and this text of the case; they count once the server has received them, and can be amended but not erased.</source>
        <translation>签署后，以上意见即以您的名义、针对这一版本的案例文本固定下来；服务器收到后计入，可以修改，但不能删除。</translation>
    </message>
</context>
<context>
    <name>SingleChanges</name>
    <message>
        <source>Single changes and what they would move</source>
        <translation>单项改动及其影响</translation>
    </message>
    <message>
        <source>There is no line that a case could cross.</source>
        <translation>没有案例可能越过的分界线。</translation>
    </message>
    <message>
        <source>Leaving each expert and each review out in turn…</source>
        <translation>正在逐一去掉每位专家和每份评审…</translation>
    </message>
    <message>
        <source>Left out in turn: experts {experts}, reviews {reviews}. A case crosses a line without {of_experts} of these experts, and without {of_reviews} of these reviews.</source>
        <translation>逐一去掉{experts}位专家、{reviews}份评审：去掉其中{of_experts}位专家，或其中{of_reviews}份评审时，会有案例越过分界线。</translation>
    </message>
    <message>
        <source>Enter shows what a change would make of the whole list.</source>
        <translation>按回车可查看该改动对整个名单的影响。</translation>
    </message>
    <message>
        <source>Left out in turn: experts {experts}, reviews {reviews}. A case moves by {least} places or more in this panel without {of_experts} of these experts, and without {of_reviews} of these reviews.</source>
        <translation>逐一去掉{experts}位专家、{reviews}份评审：去掉其中{of_experts}位专家，或其中{of_reviews}份评审时，会有案例在本组中移动{least}名或更多。</translation>
    </message>
</context>
<context>
    <name>SixWords</name>
    <message>
        <source>Call the secretariat and read these six words</source>
        <translation>请致电秘书处，读出这六个词</translation>
    </message>
    <message>
        <source>The six words of this computer</source>
        <translation>本机的六个核对词</translation>
    </message>
    <message>
        <source>Then the texts of your cases come at the next sync. Everything else works already.</source>
        <translation>核对之后，下次同步即可收到案例正文；其他功能现在即可使用。</translation>
    </message>
    <message>
        <source>They stand for the keys of this computer. Read them only to the secretariat, and only where it asks for them.</source>
        <translation>这六个词代表本机的密钥。仅在秘书处要求时读给秘书处，不要告诉他人。</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>No more scores are counted after this: what arrives later is kept and marked as late. You then see the scores, and experts cannot amend theirs.</source>
        <translation>此后不再计入新的评分：迟到的内容予以保存并标明。秘书处随即可以查看评分，评审专家不能再修改评分。</translation>
    </message>
    <message>
        <source>The request is signed with your key, with this reason:</source>
        <translation>此请求须以您的密钥签署，并写明理由：</translation>
    </message>
    <message>
        <source>{missing} of {due} reviews are missing, from {owing} of {people} experts.</source>
        <translation>应收{due}份评审，尚缺{missing}份，涉及{people}位专家中的{owing}位。</translation>
    </message>
    <message>
        <source>The closing is signed with your key, with this reason:</source>
        <translation>结束本轮须以您的密钥签署，并写明理由：</translation>
    </message>
    <message>
        <source>Close round {number}?</source>
        <translation>结束第{number}轮评审？</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>结束本轮</translation>
    </message>
    <message>
        <source>Ask to close round {number} early?</source>
        <translation>请求提前结束第{number}轮评审？</translation>
    </message>
    <message>
        <source>Its deadline has not passed: it takes two members of staff. Nothing changes until another one agrees.</source>
        <translation>截止时间未到，须由两名秘书处成员共同决定。在另一名成员同意之前，不作任何改变。</translation>
    </message>
    <message>
        <source>Sign the request</source>
        <translation>签署请求</translation>
    </message>
    <message>
        <source>Its deadline has passed: what arrives is marked as late all the same, until the operator gives the round a later one.</source>
        <translation>截止时间已过：在操作员延长本轮之前，送达的内容仍记为逾期。</translation>
    </message>
    <message>
        <source>Experts can score and amend again until its deadline, and that counts.</source>
        <translation>截止时间之前，专家可以继续评分和修改，均计入结果。</translation>
    </message>
    <message>
        <source>Open round {number} again?</source>
        <translation>重新开始第{number}轮？</translation>
    </message>
    <message>
        <source>You have seen its scores, and see them no more from now on. Tables and reports, the chairs&apos; too, then say that it was opened again, when and why.</source>
        <translation>您已看过本轮评分，此后不再显示。评分表和报告（包括组长所见）都会写明本轮曾重新开始，以及时间和理由。</translation>
    </message>
    <message>
        <source>The opening is signed with your key, with this reason:</source>
        <translation>重新开始本轮须以您的密钥签署，并写明理由：</translation>
    </message>
    <message>
        <source>Open the round again</source>
        <translation>重新开始本轮</translation>
    </message>
    <message>
        <source>Ask to open the scores of round {number} now?</source>
        <translation>请求现在开放第{number}轮的评分？</translation>
    </message>
    <message>
        <source>The round goes on, and staff see its scores from then on. It takes two members of staff: nothing changes until another one agrees.</source>
        <translation>本轮继续进行，此后秘书处可见其评分。须由两名秘书处成员共同决定：在另一名成员同意之前，不作任何改变。</translation>
    </message>
    <message>
        <source>Tables and reports, the chairs&apos; too, then say that scores were opened early, when and why.</source>
        <translation>此后各表格和报告（包括评审组组长的）均注明评分已提前开放，以及时间和理由。</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>评审专家</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{late} late</source>
        <translation>逾期{late}</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>已声明</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>利益冲突</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂不计入</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>{received} of {due}</source>
        <translation>{received}/{due}</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>年度设立</translation>
    </message>
    <message>
        <source>Cases in</source>
        <translation>案例录入</translation>
    </message>
    <message>
        <source>Round open</source>
        <translation>本轮开始</translation>
    </message>
    <message>
        <source>Round closed</source>
        <translation>本轮结束</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{count} cases</source>
        <translation>{count}个案例</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>专家邀请</translation>
    </message>
    <message>
        <source>{lacking} of {count} not joined yet</source>
        <translation>{count}位中缺{lacking}位</translation>
    </message>
    <message>
        <source>{count}, all have joined</source>
        <translation>{count}位均已加入</translation>
    </message>
    <message>
        <source>{lacking} of {count} lack experts</source>
        <translation>{count}个中{lacking}个缺专家</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>to be written</source>
        <translation>待生成</translation>
    </message>
    <message>
        <source>after closing</source>
        <translation>本轮结束后</translation>
    </message>
    <message>
        <source>no round yet</source>
        <translation>尚无轮次</translation>
    </message>
    <message>
        <source>planned for {time}</source>
        <translation>计划于{time}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time}起</translation>
    </message>
    <message>
        <source>on {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>after opening</source>
        <translation>开始后</translation>
    </message>
    <message>
        <source>{lacking} reviews are missing</source>
        <translation>尚缺{lacking}份评审</translation>
    </message>
    <message>
        <source>Has not joined</source>
        <translation>未加入</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已谢绝</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>评审中</translation>
    </message>
    <message>
        <source>To be called</source>
        <translation>需联系</translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation>已全部送达</translation>
    </message>
    <message>
        <source>Nothing assigned</source>
        <translation>未分配案例</translation>
    </message>
    <message>
        <source>Round {number} is closed</source>
        <translation>第{number}轮已结束</translation>
    </message>
    <message>
        <source>Round {number} closes {time}</source>
        <translation>第{number}轮截止：{time}</translation>
    </message>
    <message>
        <source>Signed packets of all kinds: {count}</source>
        <translation>各类已签署内容{count}份</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至{time}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有{count}位</translation>
    </message>
    <message>
        <source>The round closes within 48 hours; these have not delivered all.</source>
        <translation>本轮将于48小时内截止，以下专家尚未全部送达。</translation>
    </message>
    <message>
        <source>By expert</source>
        <translation>按专家</translation>
    </message>
    <message>
        <source>By case</source>
        <translation>按案例</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>{tab} ({count})</source>
        <translation>{tab}（{count}）</translation>
    </message>
    <message>
        <source>Questions hold no scores: they are shown at any time.</source>
        <translation>问题不含评分，随时可以查看。</translation>
    </message>
    <message>
        <source>None of this shows a score.</source>
        <translation>此处均不显示分数。</translation>
    </message>
    <message>
        <source>Counts only: no scores are shown here while the round is open.</source>
        <translation>仅显示数量：本轮进行期间，此处不显示任何评分。</translation>
    </message>
    <message>
        <source>No questions</source>
        <translation>暂无问题</translation>
    </message>
    <message>
        <source>What reviewers ask the secretariat comes here with a refresh.</source>
        <translation>评审专家向秘书处提出的问题在刷新后显示于此。</translation>
    </message>
    <message>
        <source>Nothing waits for the secretariat</source>
        <translation>秘书处没有待处理事项</translation>
    </message>
    <message>
        <source>Late reviews come here, wishes of a panel for another expert, and conflicts of interest that somebody took back.</source>
        <translation>逾期送达的评审、评审组增加专家的请求，以及被撤回的利益冲突声明会列在这里。</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Refresh asks the server who has delivered how much.</source>
        <translation>点击“刷新”，向服务器查询各位专家的进度。</translation>
    </message>
    <message>
        <source>No scores before the round is closed</source>
        <translation>本轮结束前不显示评分</translation>
    </message>
    <message>
        <source>Until then you see who has delivered, never what was given. Opening them earlier takes two members of staff and a reason.</source>
        <translation>此前只显示谁已提交，不显示评分内容。提前开放须由两名秘书处成员共同决定，并写明理由。</translation>
    </message>
    <message>
        <source>Ask to open the scores…</source>
        <translation>请求开放评分…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>提问人</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提问时间</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>Close round {number} before its deadline</source>
        <translation>在截止时间前结束第{number}轮评审</translation>
    </message>
    <message>
        <source>Open the scores of round {number} while it goes on</source>
        <translation>在第{number}轮进行期间开放其评分</translation>
    </message>
    <message>
        <source>Later scores are kept and marked as late.</source>
        <translation>此后到达的评分会保留并标为逾期。</translation>
    </message>
    <message>
        <source>The round goes on, and experts go on scoring.</source>
        <translation>本轮继续进行，专家继续评分。</translation>
    </message>
    <message>
        <source>All staff then see the scores.</source>
        <translation>此后秘书处全体成员可见评分。</translation>
    </message>
    <message>
        <source>Tables and reports say so, with the reason. It cannot be undone.</source>
        <translation>各表格和报告将予注明，并附理由。此举无法撤销。</translation>
    </message>
    <message>
        <source>Late review</source>
        <translation>逾期评审</translation>
    </message>
    <message>
        <source>Review, decided on</source>
        <translation>已作决定的评审</translation>
    </message>
    <message>
        <source>Another expert wanted</source>
        <translation>请求增加专家</translation>
    </message>
    <message>
        <source>Conflict taken back</source>
        <translation>撤回利益冲突声明</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>To be given</source>
        <translation>待分配</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>To be asked about</source>
        <translation>待询问</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days}天{hours}小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}小时{minutes}分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分钟</translation>
    </message>
    <message>
        <source>{name} asked on {time} for another expert’s review.</source>
        <translation>{name}于{time}请求再由一位专家评审。</translation>
    </message>
    <message>
        <source>“{reason}”</source>
        <translation>“{reason}”</translation>
    </message>
    <message>
        <source>{name} declared a conflict of interest on this case, and took it back on {time}. They count as without one since. Ask why, and whether that is right.</source>
        <translation>{name}曾就本案例声明存在利益冲突，并于{time}撤回，此后按无利益冲突处理。请询问缘由，并核实是否属实。</translation>
    </message>
    <message>
        <source>{name} decided on {time} that it counts: “{reason}”</source>
        <translation>{name}于{time}决定计入：“{reason}”</translation>
    </message>
    <message>
        <source>{name} decided on {time} that it does not: “{reason}”</source>
        <translation>{name}于{time}决定不计入：“{reason}”</translation>
    </message>
    <message>
        <source>Receipt no. {number}</source>
        <translation>回执编号：{number}</translation>
    </message>
    <message>
        <source>Experts who were given the case since, and have not recused it: {count}. A review of theirs answers the request; the panel sees that.</source>
        <translation>此后分配到该案例且未回避的专家人数：{count}。专家的评审送达即为对此请求的答复，评审组可见。</translation>
    </message>
    <message>
        <source>Count this review?</source>
        <translation>计入该评审？</translation>
    </message>
    <message>
        <source>Leave this review out?</source>
        <translation>不计入该评审？</translation>
    </message>
    <message>
        <source>It then counts as if it had come in time.</source>
        <translation>此后视同按时送达，予以计入。</translation>
    </message>
    <message>
        <source>It then does not count; what was signed is kept.</source>
        <translation>此后不予计入；已签署的内容仍予保留。</translation>
    </message>
    <message>
        <source>The expert is told, with your reason; chairs and the head see both. Your decision is signed with your key, with this reason:</source>
        <translation>评审专家将收到通知并获知理由；评审组组长和评审委员会主任可看到决定与理由。决定以您的密钥签署，理由如下：</translation>
    </message>
    <message>
        <source>Count it and sign</source>
        <translation>计入并签署</translation>
    </message>
    <message>
        <source>Leave it out and sign</source>
        <translation>不计入并签署</translation>
    </message>
    <message>
        <source>A review by {name}.</source>
        <translation>{name}的评审。</translation>
    </message>
    <message>
        <source>It is kept and does not count as yet. You decide without seeing the score.</source>
        <translation>内容已保存，目前不计入。您在看不到分数的情况下作出决定。</translation>
    </message>
    <message>
        <source>Received on {received}, before the round ended on {due}.</source>
        <translation>{received}收到，早于本轮结束时间（{due}）。</translation>
    </message>
    <message>
        <source>Received on {received}, {late} after the round ended on {due}; signed on {signed} by the expert’s own clock.</source>
        <translation>{received}收到，比本轮结束时间（{due}）晚{late}；按专家本机时钟，签署于{signed}。</translation>
    </message>
</context>
<context>
    <name>StaffView</name>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Close round…</source>
        <translation>结束本轮…</translation>
    </message>
    <message>
        <source>Open round again…</source>
        <translation>重新开始本轮…</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Progress by expert</source>
        <translation>各专家进度</translation>
    </message>
    <message>
        <source>Progress by case</source>
        <translation>各案例进度</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>秘书处</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>StrangerBox</name>
    <message>
        <source>It may sign scores in your name. If you did not enrol it yourself, say so now.</source>
        <translation>它可以您的名义签署评分。如不是您本人登记，请立即说明。</translation>
    </message>
    <message>
        <source>It is mine</source>
        <translation>是我的</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>不是我的</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Tell the secretariat</source>
        <translation>告知秘书处</translation>
    </message>
    <message>
        <source>Signed, and on its way to the secretariat.</source>
        <translation>已签署，正在发往秘书处。</translation>
    </message>
</context>
<context>
    <name>Suggested</name>
    <message>
        <source>Ask for another expert…</source>
        <translation>请求增请专家…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Chance to belong</source>
        <translation>入选概率</translation>
    </message>
</context>
<context>
    <name>SurenessBody</name>
    <message>
        <source>One more review would help most here</source>
        <translation>最值得再请一位专家的案例</translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>下方显示的内容</translation>
    </message>
    <message>
        <source>No case lacks a review that nobody was asked for, no two experts who read a case alone are 3 points apart, and it is nearly settled which cases belong to the list.</source>
        <translation>缺少评审的案例都已另请专家；只有两位专家评审的案例，两人相差不到3分；哪些案例入列也已大致确定。</translation>
    </message>
    <message>
        <source>No case lacks a review that nobody was asked for, and no two experts who read a case alone are 3 points apart. Which cases are nearly open is known once the head has issued the comparison.</source>
        <translation>缺少评审的案例都已另请专家；只有两位专家评审的案例，两人相差不到3分。哪些案例尚在两可之间，待主任发布比较结果后才知道。</translation>
    </message>
    <message>
        <source>No case asks for one more review</source>
        <translation>没有案例需要再增加一份评审</translation>
    </message>
    <message>
        <source>What single changes would move</source>
        <translation>单项改动会影响什么</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Collect reviews</source>
        <translation>收取评审</translation>
    </message>
    <message>
        <source>Filters and search</source>
        <translation>筛选与搜索</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>评审组</translation>
    </message>
    <message>
        <source>Panel: {name}</source>
        <translation>评审组：{name}</translation>
    </message>
    <message>
        <source>as of {time}, being checked anew</source>
        <translation>截至{time}，正在重新核验</translation>
    </message>
    <message>
        <source>compared {time}</source>
        <translation>比较于{time}</translation>
    </message>
    <message>
        <source>as of {time}; something came since</source>
        <translation>截至{time}，此后又有新内容</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Every signature is checked before a score counts.</source>
        <translation>每份评分都须先核验签名，然后才计入。</translation>
    </message>
    <message>
        <source>The scores are not checked yet</source>
        <translation>评分尚未核验</translation>
    </message>
    <message>
        <source>“Collect reviews” fetches what is new, checks every signature and compares.</source>
        <translation>点击“收取评审”，将收取新内容，核验每个签名，然后进行比较。</translation>
    </message>
    <message>
        <source>No case is like this</source>
        <translation>没有符合条件的案例</translation>
    </message>
    <message>
        <source>Choose another filter, or empty the search.</source>
        <translation>请更换筛选条件，或清空搜索。</translation>
    </message>
    <message>
        <source>No cases are here yet</source>
        <translation>尚无案例</translation>
    </message>
    <message>
        <source>The panel&apos;s cases come with a sync. Declare on them, and their reviews are collected as they arrive.</source>
        <translation>评审组的案例在同步后显示。完成利益冲突声明后，即可陆续收取评审。</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>No heading here</source>
        <translation>此处无标题</translation>
    </message>
    <message>
        <source>This element is not filled in in this language</source>
        <translation>该部分没有这一语言的文本</translation>
    </message>
    <message>
        <source>This element is not filled in</source>
        <translation>该部分未填写</translation>
    </message>
    <message>
        <source>This element is filled in in Chinese only</source>
        <translation>此部分仅有中文</translation>
    </message>
    <message>
        <source>This element is filled in in English only</source>
        <translation>此部分仅有英文</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>位置不同</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>对应不确定</translation>
    </message>
    <message>
        <source>There is more in Chinese here</source>
        <translation>此处另有中文内容</translation>
    </message>
    <message>
        <source>There is more in English here</source>
        <translation>此处另有英文内容</translation>
    </message>
    <message>
        <source>There is more in Chinese here: press “{key}” in the paragraph above</source>
        <translation>此处另有中文内容：在上一段按“{key}”即可查看</translation>
    </message>
    <message>
        <source>There is more in English here: press “{key}” in the paragraph above</source>
        <translation>此处另有英文内容：在上一段按“{key}”即可查看</translation>
    </message>
    <message>
        <source>Stands at another place in the other version</source>
        <translation>在另一语言版本中位于别处</translation>
    </message>
    <message>
        <source>Paragraphs are divided differently in the other version</source>
        <translation>另一语言版本的分段不同</translation>
    </message>
    <message>
        <source>It is not sure that these paragraphs belong together</source>
        <translation>不确定这些段落是否对应</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>No answer yet. It comes here with a sync.</source>
        <translation>尚无答复；答复会随同步到达。</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source>about %n min left</source>
        <translation>约剩%n分钟</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Aligned</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>One language</source>
        <translation>单语</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由滚动</translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>回到工作台</translation>
    </message>
    <message>
        <source>How the two languages stand</source>
        <translation>两种语言的排列方式</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Find in both languages</source>
        <translation>在中英文中查找</translation>
    </message>
    <message>
        <source>Print or save this case</source>
        <translation>打印或导出本案例</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Differences between the languages</source>
        <translation>两种语言的差异</translation>
    </message>
    <message>
        <source>Ask the secretariat about this case</source>
        <translation>就此案例向秘书处提问</translation>
    </message>
    <message>
        <source>Show or hide the outline</source>
        <translation>显示或隐藏目录</translation>
    </message>
    <message>
        <source>Show or hide the score panel</source>
        <translation>显示或隐藏评分栏</translation>
    </message>
    <message>
        <source>Lock the two sides</source>
        <translation>锁定两侧同步滚动</translation>
    </message>
    <message>
        <source>Free the two sides</source>
        <translation>解除两侧同步滚动</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Countries (regions): {count}</source>
        <translation>涉及国家（地区）：{count}个</translation>
    </message>
    <message>
        <source>Joint application</source>
        <translation>联合申报</translation>
    </message>
    <message>
        <source>Single application</source>
        <translation>单独申报</translation>
    </message>
    <message>
        <source>Illustrative</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Chinese only</source>
        <translation>仅有中文</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>仅有英文</translation>
    </message>
</context>
<context>
    <name>TrustLine</name>
    <message>
        <source>What was checked</source>
        <translation>核验情况</translation>
    </message>
</context>
<context>
    <name>TrustPage</name>
    <message>
        <source>What was checked</source>
        <translation>核验情况</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Every signature is checked before a score counts.</source>
        <translation>每个签名核验之后，评分才计入。</translation>
    </message>
    <message>
        <source>The head has not issued a programme-wide comparison that is here: what you see is computed from the scores that you may see.</source>
        <translation>本机尚无主任发布的全部评审组比较结果：所见数字均依据您可查看的评分算出。</translation>
    </message>
</context>
<context>
    <name>TypedConfirm</name>
    <message>
        <source>To confirm, type: {word}</source>
        <translation>如确认，请输入：{word}</translation>
    </message>
</context>
<context>
    <name>UndertakingPage</name>
    <message>
        <source>What you undertake</source>
        <translation>评审承诺</translation>
    </message>
    <message>
        <source>You sign it with your name on the next page.</source>
        <translation>您将在下一页以自己的姓名签署。</translation>
    </message>
    <message>
        <source>Step 3 of 4</source>
        <translation>第3步，共4步</translation>
    </message>
    <message>
        <source>I have read this and undertake it</source>
        <translation>我已阅读并作出上述承诺</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>If you cannot undertake this, close the program and write to {email}.</source>
        <translation>如不能作出此承诺，请关闭程序并致函{email}。</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Open your desk</source>
        <translation>打开您的工作台</translation>
    </message>
    <message>
        <source>The cases and your scores on this computer are locked with your passphrase.</source>
        <translation>本机上的案例和您的评分已用口令锁定。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>忘记口令？</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring is asked for its copy of the key.</source>
        <translation>正在向本机的系统密钥环读取密钥。</translation>
    </message>
    <message>
        <source>Locked after {count} minutes without a key or a movement. What you typed is kept; nothing is sent until you open the desk.</source>
        <translation>已有{count}分钟未操作，工作台自动锁定。您录入的内容均已保存；解锁之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Locked because this computer was asleep. What you typed is kept; nothing is sent until you open the desk.</source>
        <translation>本机曾进入休眠，工作台已锁定。您录入的内容均已保存；解锁之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Locked. What you typed is kept; nothing is sent until you open the desk.</source>
        <translation>已锁定。您录入的内容均已保存；解锁之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Ask for help…</source>
        <translation>求助…</translation>
    </message>
    <message>
        <source>Stopped by the lock, and to be started again: {acts}</source>
        <translation>因锁定而停止、需重新开始：{acts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>Unsealing</name>
    <message>
        <source>Your passphrase, once</source>
        <translation>请输入一次口令</translation>
    </message>
    <message>
        <source>This desk was opened without it. Signing and syncing need it, once until the app is closed; what you were doing then goes on.</source>
        <translation>工作台是在未输入口令的情况下打开的。签署和同步需要口令，软件关闭前只问一次；输入后，刚才的操作会继续进行。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>UnseenWords</name>
    <message>
        <source>Names: {count} ({names})</source>
        <translation>名称：{count}（{names}）</translation>
    </message>
    <message>
        <source>{element}, {language}: {count} ({names})</source>
        <translation>{element}，{language}：{count}（{names}）</translation>
    </message>
    <message>
        <source>⚠ {count} characters that are not seen are written out here as [U+…]. They may change how a text reads.</source>
        <translation>⚠ 有{count}个看不见的字符，在此写作[U+…]。它们可能改变文字的读法。</translation>
    </message>
</context>
<context>
    <name>VersionsBox</name>
    <message>
        <source>Chosen; on its way to the server</source>
        <translation>已选定，正在发往服务器</translation>
    </message>
    <message>
        <source>This one counts</source>
        <translation>以此为准</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>WhatIfBar</name>
    <message>
        <source>What if, beside the list:</source>
        <translation>假设（不影响名单）：</translation>
    </message>
    <message>
        <source>By raw means</source>
        <translation>按原始平均分</translation>
    </message>
    <message>
        <source>Order by means in which nothing is adjusted</source>
        <translation>按未作校正的平均分排序</translation>
    </message>
    <message>
        <source>Far scores count less</source>
        <translation>离群分数减权</translation>
    </message>
    <message>
        <source>Fit again with small weights for scores far from others</source>
        <translation>对远离其他分数的评分减小权重后重新拟合</translation>
    </message>
    <message>
        <source>Without an expert</source>
        <translation>不计某位专家</translation>
    </message>
    <message>
        <source>Without a review</source>
        <translation>不计某份评审</translation>
    </message>
    <message>
        <source>Other weights</source>
        <translation>调整权重</translation>
    </message>
    <message>
        <source>Back to the figures that count</source>
        <translation>回到正式数字</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Reviewer Workstation</source>
        <translation>评审工作站</translation>
    </message>
</context>
<context>
    <name>WordsNote</name>
    <message>
        <source>⚠ Some of this file is no text in any known encoding and is shown as �.</source>
        <translation>⚠ 此附件有部分内容不属于任何已知编码，以�显示。</translation>
    </message>
    <message>
        <source>Read as {encoding}.</source>
        <translation>按{encoding}编码读取。</translation>
    </message>
    <message>
        <source>⚠ Only the first {count} characters are shown.</source>
        <translation>⚠ 仅显示前{count}个字符。</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>Text of the file</source>
        <translation>附件文字</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>{count} characters too many</source>
        <translation>超出{count}个字符</translation>
    </message>
    <message>
        <source>{count} of about {room} characters</source>
        <translation>{count}个字符，约可用{room}个</translation>
    </message>
    <message>
        <source>{count} characters; there is room for about {room} in print</source>
        <translation>{count}个字符；印刷版面约容{room}个</translation>
    </message>
    <message>
        <source>{count} characters left</source>
        <translation>还可写{count}个字符</translation>
    </message>
</context>
<context>
    <name>_Asking</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_LongActView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{criterion}: less weight</source>
        <translation>{criterion}：减小权重</translation>
    </message>
    <message>
        <source>{criterion}: more weight</source>
        <translation>{criterion}：加大权重</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Reaching the server…</source>
        <translation>正在连接服务器…</translation>
    </message>
    <message>
        <source>Sending what you signed…</source>
        <translation>正在发送已签署的内容…</translation>
    </message>
    <message>
        <source>Asking what changed…</source>
        <translation>正在查询更新…</translation>
    </message>
    <message>
        <source>Fetching the list of cases…</source>
        <translation>正在获取案例清单…</translation>
    </message>
    <message>
        <source>Fetching cases…</source>
        <translation>正在下载案例…</translation>
    </message>
    <message>
        <source>Collecting signed reviews…</source>
        <translation>正在收取已签署的评审…</translation>
    </message>
    <message>
        <source>Checking signatures…</source>
        <translation>正在核验签名…</translation>
    </message>
    <message>
        <source>Comparing the cases…</source>
        <translation>正在比较案例…</translation>
    </message>
    <message>
        <source>Closing the round…</source>
        <translation>正在结束本轮…</translation>
    </message>
    <message>
        <source>Opening the round again…</source>
        <translation>正在重新开始本轮…</translation>
    </message>
    <message>
        <source>Asking another member of staff…</source>
        <translation>正在请求另一名秘书处成员…</translation>
    </message>
    <message>
        <source>Sending your answer…</source>
        <translation>正在发送您的答复…</translation>
    </message>
    <message>
        <source>Sending your decision…</source>
        <translation>正在发送您的决定…</translation>
    </message>
    <message>
        <source>Asking for progress…</source>
        <translation>正在查询进度…</translation>
    </message>
    <message>
        <source>Writing reports…</source>
        <translation>正在生成报告…</translation>
    </message>
    <message>
        <source>Writing the hand-in file…</source>
        <translation>正在写入交付文件…</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>正在核验文件…</translation>
    </message>
    <message>
        <source>Copying cases from the file…</source>
        <translation>正在从文件复制案例…</translation>
    </message>
    <message>
        <source>Checking receipts…</source>
        <translation>正在核验回执…</translation>
    </message>
    <message>
        <source>Opening cases…</source>
        <translation>正在打开案例…</translation>
    </message>
    <message>
        <source>Saving evidence…</source>
        <translation>正在保存证据…</translation>
    </message>
    <message>
        <source>Drawing defence sheets…</source>
        <translation>正在绘制评审依据表…</translation>
    </message>
    <message>
        <source>Writing the dispute dossier…</source>
        <translation>正在写入异议卷宗…</translation>
    </message>
</context>
<context>
    <name>among</name>
    <message>
        <source>Only this panel’s cases are compared here.</source>
        <translation>这里只比较本组的案例。</translation>
    </message>
    <message>
        <source>only this panel’s cases are compared; where they stand among all: when the head has issued the comparison</source>
        <translation>只比较本组的案例；在全部案例中的位置，待主任发布比较结果</translation>
    </message>
    <message>
        <source>Places here are among this panel’s cases. Chances, zones and places among all are those of the comparison that the head issued on {time}.</source>
        <translation>这里的名次以本组案例为范围；概率、区间和全部案例中的名次，出自主任{time}发布的比较结果。</translation>
    </message>
    <message>
        <source>The comparison that the head issued on {time} is without it.</source>
        <translation>主任{time}发布的比较结果不含本案例。</translation>
    </message>
    <message>
        <source>By the comparison that the head issued on {time}: {where}.</source>
        <translation>按主任{time}发布的比较结果：{where}。</translation>
    </message>
    <message>
        <source>The comparison that the head issued on {time} came from an older version of this app and does not tell places among all cases: ask the head to issue it once more.</source>
        <translation>主任{time}发布的比较结果出自本软件的旧版本，未列出在全部案例中的名次：请主任重新发布一次。</translation>
    </message>
    <message>
        <source>Where it stands among all cases: when the head has issued the comparison.</source>
        <translation>在全部案例中的位置：待主任发布比较结果。</translation>
    </message>
    <message>
        <source>once the head has issued it</source>
        <translation>待主任发布</translation>
    </message>
    <message>
        <source>The place among all cases, by the comparison that the head issued</source>
        <translation>在全部案例中的名次，按主任发布的比较结果</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>无名次</translation>
    </message>
    <message>
        <source>{place} of {among}</source>
        <translation>{among}项中第{place}</translation>
    </message>
    <message>
        <source>{place} (5–95%: {low}–{high})</source>
        <translation>{place}（5–95%：{low}–{high}）</translation>
    </message>
    <message>
        <source>no place, for too few of its reviews counted</source>
        <translation>计入的评审过少，无名次</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>{place}</translation>
    </message>
    <message>
        <source>among the best {target} with probability {chance} ({zone})</source>
        <translation>居前{target}名的概率为{chance}（{zone}）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>A round was closed since: the comparison after that is still to come.</source>
        <translation>此后又有一轮结束，其后的比较结果尚未发布。</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>after signing</source>
        <translation>签署之后</translation>
    </message>
    <message>
        <source>after an hour of work</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>更新之前</translation>
    </message>
    <message>
        <source>when asked</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>It was read through just now. Cases: {cases}; signed: {packets}; drafts: {drafts}.</source>
        <translation>刚刚已通读核对。案例{cases}件；已签署{packets}份；草稿{drafts}次。</translation>
    </message>
    <message>
        <source>The present desk cannot be read: what came after the backup is not in it.</source>
        <translation>当前工作台无法读取：备份之后的内容不在其中。</translation>
    </message>
    <message>
        <source>What came later is taken over from the present desk: signed: {packets}; drafts: {drafts}.</source>
        <translation>备份之后的内容由当前工作台带入：已签署{packets}份；草稿{drafts}次。</translation>
    </message>
    <message>
        <source>Restore the backup of {date}?</source>
        <translation>恢复{date}的备份？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The present desk is set aside, not deleted.</source>
        <translation>当前工作台移至一旁，不予删除。</translation>
    </message>
    <message>
        <source>What you sign after this begins a new series; nothing counts twice.</source>
        <translation>此后签署的内容另起编号，不会重复计数。</translation>
    </message>
    <message>
        <source>The desk is locked for this; you then open it as ever.</source>
        <translation>为此将锁定工作台，随后照常打开即可。</translation>
    </message>
    <message>
        <source>The backup is in place, and nothing is missing.</source>
        <translation>备份已恢复，没有缺失。</translation>
    </message>
    <message>
        <source>The backup is in place. Taken over from the desk before: signed: {packets}; drafts: {drafts}. The next sync brings what the server has receipted.</source>
        <translation>备份已恢复。由先前的工作台带入：已签署{packets}份；草稿{drafts}次。下次同步将取回服务器已出具回执的内容。</translation>
    </message>
</context>
<context>
    <name>citation</name>
    <message>
        <source>Not written yet</source>
        <translation>尚未撰写</translation>
    </message>
    <message>
        <source>A text is agreed once somebody other than its writer approves it, everybody who decides and has spoken of the case does too, and nobody objects. A new text takes its place, and everybody is asked anew.</source>
        <translation>撰写者以外至少一人同意、就该案例发过言的其他决定者也都同意，且无人异议，评语即为商定。新的文字取代旧文，各人重新答复。</translation>
    </message>
    <message>
        <source>Agreed. Approved by: {who}</source>
        <translation>已商定。同意者：{who}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Somebody objects</source>
        <translation>有人提出异议</translation>
    </message>
    <message>
        <source>Waits for somebody’s approval</source>
        <translation>等待他人同意</translation>
    </message>
    <message>
        <source>Approved by {count} of {all}. Still to answer: {who}</source>
        <translation>已同意{count}/{all}。尚未答复：{who}</translation>
    </message>
    <message>
        <source>{who}
Has a conflict of interest by now: does not count.</source>
        <translation>{who}
此后申报利益冲突，不计入。</translation>
    </message>
    <message>
        <source>Approved: {who}</source>
        <translation>同意：{who}</translation>
    </message>
    <message>
        <source>Objection: {who}
{comment}</source>
        <translation>异议：{who}
{comment}</translation>
    </message>
    <message>
        <source>Others of the panel approve it, or say what is wrong with it.</source>
        <translation>评审组其他成员将表示同意，或指出不妥之处。</translation>
    </message>
    <message>
        <source>It is signed with your key and kept for good.</source>
        <translation>以您的密钥签署，永久保存。</translation>
    </message>
    <message>
        <source>It takes the place of the text that stands.</source>
        <translation>取代现行文字。</translation>
    </message>
    <message>
        <source>Sign this citation?</source>
        <translation>签署这段入选评语？</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Not encrypted: the server is on this computer</source>
        <translation>未加密：服务器就在本机</translation>
    </message>
    <message>
        <source>Not encrypted on the way: the address begins with http</source>
        <translation>传输未加密：地址以http开头</translation>
    </message>
    <message>
        <source>“{server}” is no address of a server.</source>
        <translation>“{server}”不是服务器地址。</translation>
    </message>
    <message>
        <source>{host} was found: {addresses}.</source>
        <translation>已找到{host}：{addresses}。</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>找不到域名{host}。</translation>
    </message>
    <message>
        <source>Nobody told where {host} is.</source>
        <translation>查询{host}的地址时无人应答。</translation>
    </message>
    <message>
        <source>Something answers at {address}, port {port}.</source>
        <translation>{address}的端口{port}有应答。</translation>
    </message>
    <message>
        <source>{host} refuses connections at port {port}.</source>
        <translation>{host}拒绝端口{port}的连接。</translation>
    </message>
    <message>
        <source>{host} does not answer at port {port}.</source>
        <translation>{host}的端口{port}没有应答。</translation>
    </message>
    <message>
        <source>{host} cannot be reached at port {port}: {reason}.</source>
        <translation>无法连通{host}的端口{port}：{reason}。</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>None is used.</source>
        <translation>未使用代理。</translation>
    </message>
    <message>
        <source>{proxy} lets the connection through.</source>
        <translation>{proxy}已放行连接。</translation>
    </message>
    <message>
        <source>{proxy} wants a name and a password, or other ones.</source>
        <translation>{proxy}要求用户名和密码，或所填有误。</translation>
    </message>
    <message>
        <source>{proxy} refused the connection ({status}).</source>
        <translation>{proxy}拒绝了连接（{status}）。</translation>
    </message>
    <message>
        <source>{proxy} is of a kind that this app does not use.</source>
        <translation>本软件不支持{proxy}这类代理。</translation>
    </message>
    <message>
        <source>Signed by {issuer}, valid until {until}.</source>
        <translation>由{issuer}签发，有效期至{until}。</translation>
    </message>
    <message>
        <source>The certificate is signed by “{issuer}”, which is not a public authority but is trusted on this computer.</source>
        <translation>证书由“{issuer}”签发；它不是公共证书机构，但本机信任它。</translation>
    </message>
    <message>
        <source>The certificate is signed by “{issuer}”, which this computer does not know.</source>
        <translation>证书由“{issuer}”签发，本机不认识该机构。</translation>
    </message>
    <message>
        <source>The certificate is another server&apos;s: {names}.</source>
        <translation>这是另一台服务器的证书：{names}。</translation>
    </message>
    <message>
        <source>The certificate was valid until {until}; your computer&apos;s clock says {clock}.</source>
        <translation>证书有效期至{until}；您的电脑时钟显示{clock}。</translation>
    </message>
    <message>
        <source>The certificate is valid from {since} on; your computer&apos;s clock says {clock}.</source>
        <translation>证书自{since}起有效；您的电脑时钟显示{clock}。</translation>
    </message>
    <message>
        <source>The certificate is not trusted: {reason}.</source>
        <translation>证书不受信任：{reason}。</translation>
    </message>
    <message>
        <source>What answers makes no secure connection ({reason}).</source>
        <translation>应答方未能建立安全连接（{reason}）。</translation>
    </message>
    <message>
        <source>An answer came ({status}).</source>
        <translation>收到应答（{status}）。</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>与服务器一致。</translation>
    </message>
    <message>
        <source>Yours says {own}, the server&apos;s {server}: {apart} apart.</source>
        <translation>您的时钟为{own}，服务器为{server}，相差{apart}。</translation>
    </message>
    <message>
        <source>Yours says {own}, but something was signed for you on {known}.</source>
        <translation>您的时钟为{own}，但{known}已有为您签署的文件。</translation>
    </message>
    <message>
        <source>At the last sync it continued what you knew: {size} entries.</source>
        <translation>上次同步时与您所知的日志连续一致：共{size}条。</translation>
    </message>
    <message>
        <source>It contradicts what you knew of it.</source>
        <translation>与您此前所知的日志相矛盾。</translation>
    </message>
    <message>
        <source>Nothing is known of it before the first sync.</source>
        <translation>首次同步之前尚无记录。</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation>尚未完成即已停止。</translation>
    </message>
    <message>
        <source>Look whether this computer is online; otherwise try another network.</source>
        <translation>请确认本机已联网；否则请换一个网络再试。</translation>
    </message>
    <message>
        <source>Ask the secretariat for the server&apos;s address.</source>
        <translation>请向秘书处询问服务器地址。</translation>
    </message>
    <message>
        <source>Try again later or in another network; if that does not help, tell the secretariat.</source>
        <translation>请稍后或换一个网络再试；若仍无效，请告知秘书处。</translation>
    </message>
    <message>
        <source>Try another network; the app goes on where it stopped.</source>
        <translation>请换一个网络再试；软件会从中断处继续。</translation>
    </message>
    <message>
        <source>Enter your name and password in the proxy settings.</source>
        <translation>请在代理设置中填写用户名和密码。</translation>
    </message>
    <message>
        <source>Choose another way in the proxy settings, or ask whoever runs this network.</source>
        <translation>请在代理设置中另选方式，或询问网络管理员。</translation>
    </message>
    <message>
        <source>This looks like a filter of your employer or this network. What you hand in stays sealed: the filter sees sizes only.</source>
        <translation>这很可能是您单位或本网络的过滤设备。您提交的内容始终密封，过滤设备只能看到大小。</translation>
    </message>
    <message>
        <source>Somebody in this network stands between you and the server. Nothing was sent; try another network.</source>
        <translation>本网络中有人介于您与服务器之间。没有发送任何内容，请换一个网络再试。</translation>
    </message>
    <message>
        <source>If the date is wrong, set this computer&apos;s clock; if it is right, tell the secretariat.</source>
        <translation>若日期有误，请校正本机时钟；若日期无误，请告知秘书处。</translation>
    </message>
    <message>
        <source>Others on the network can see that you connect; what you send stays sealed.</source>
        <translation>同一网络中的他人可以看到您在连接服务器；您发送的内容仍是密封的。</translation>
    </message>
    <message>
        <source>Open a browser, sign in to this network there, and check again.</source>
        <translation>请打开浏览器登录本网络，然后重新检查。</translation>
    </message>
    <message>
        <source>It was not used. Try another network, or tell the secretariat.</source>
        <translation>该应答未被采用。请换一个网络再试，或告知秘书处。</translation>
    </message>
    <message>
        <source>Scores are dated by the server, so nothing is lost; set this computer&apos;s clock.</source>
        <translation>评分时间以服务器为准，不会有任何丢失；请校正本机时钟。</translation>
    </message>
    <message>
        <source>Nothing more is delivered. Please call the secretariat.</source>
        <translation>已停止提交。请联系秘书处。</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>about {count} d</source>
        <translation>约{count}天</translation>
    </message>
    <message>
        <source>about {count} h</source>
        <translation>约{count}小时</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <translation>约{count}分钟</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连通</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Server&apos;s signature</source>
        <translation>服务器签名</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Server&apos;s record</source>
        <translation>服务器日志</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>works, please note</source>
        <translation>可用，请留意</translation>
    </message>
    <message>
        <source>Looking for where the way ends…</source>
        <translation>正在逐步检查连接…</translation>
    </message>
    <message>
        <source>Stopped. Not every step was tried.</source>
        <translation>已停止，部分步骤未检查。</translation>
    </message>
    <message>
        <source>The way ends at: {step}</source>
        <translation>连接中断于：{step}</translation>
    </message>
    <message>
        <source>The server is reached; something is to be noted</source>
        <translation>可以连通服务器，但有一点请留意</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Your work is safe on this computer.</source>
        <translation>您的工作都安全保存在本机。</translation>
    </message>
    <message>
        <source>{advice} {safe}</source>
        <translation>{advice}{safe}</translation>
    </message>
    <message>
        <source>Connection of Reviewer Workstation {version} to {server}</source>
        <translation>评审工作站{version}与{server}的连接</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Server version {version}, key {deployment}</source>
        <translation>服务器版本：{version}，密钥：{deployment}</translation>
    </message>
    <message>
        <source>A web page answers, perhaps a sign-in page</source>
        <translation>应答的是一个网页，可能是登录页面</translation>
    </message>
    <message>
        <source>The answer is not signed by your server</source>
        <translation>应答没有您的服务器的签名</translation>
    </message>
    <message>
        <source>No answer that could be used</source>
        <translation>没有可用的应答</translation>
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
        <translation>M月d日dddHH:mm</translation>
    </message>
</context>
<context>
    <name>deciding</name>
    <message>
        <source>Nothing is proposed: there is no signed rule file, or no score counts yet.</source>
        <translation>暂无建议：没有已签署的规则文件，或尚无计入的评分。</translation>
    </message>
    <message>
        <source>Among the best {target}: {chance}.</source>
        <translation>居前{target}名的概率：{chance}。</translation>
    </message>
    <message>
        <source>Recommended by the experts: {counts}.</source>
        <translation>专家建议：{counts}。</translation>
    </message>
    <message>
        <source>This is below what the order proposes ({outcome}).</source>
        <translation>此决定低于按名次的建议（{outcome}）。</translation>
    </message>
    <message>
        <source>This is above what the order proposes ({outcome}).</source>
        <translation>此决定高于按名次的建议（{outcome}）。</translation>
    </message>
    <message>
        <source>Place {place} of {among}.</source>
        <translation>{among}项中名列第{place}。</translation>
    </message>
    <message>
        <source>For the best {target}: {zone}.</source>
        <translation>前{target}名：{zone}。</translation>
    </message>
    <message>
        <source>By the order it goes into round {round} (long list).</source>
        <translation>按名次进入第{round}轮（长名单）。</translation>
    </message>
    <message>
        <source>The head’s comparison of {time} gives it no place.</source>
        <translation>主任{time}的比较结果中，本案例无名次。</translation>
    </message>
    <message>
        <source>The head’s comparison of {time}: place {place} of {among}.</source>
        <translation>主任{time}的比较结果：{among}项中第{place}。</translation>
    </message>
    <message>
        <source>The head’s comparison of {time}: place {place} of {among}; among the best {target} with probability {chance} ({zone}).</source>
        <translation>主任{time}的比较结果：{among}项中第{place}；居前{target}名的概率为{chance}（{zone}）。</translation>
    </message>
    <message>
        <source>The order proposes: {outcome}.</source>
        <translation>按名次建议：{outcome}。</translation>
    </message>
    <message>
        <source>Nothing is proposed yet.</source>
        <translation>目前尚无建议。</translation>
    </message>
    <message>
        <source>The order of all cases is not known yet: the head issues it once the round is closed, and as a rule before panels decide. Until then what most experts recommend stands in its place.</source>
        <translation>全部案例的名次尚未知晓：主任在本轮截止后发布，通常先于各组作出决定。在此之前，以多数专家的建议代替名次。</translation>
    </message>
    <message>
        <source>The head’s comparison is without this case: what most experts recommend stands in place of the order.</source>
        <translation>主任的比较结果不含本案例：以多数专家的建议代替名次。</translation>
    </message>
    <message>
        <source>The head issued the comparison with an older version of this app, which tells no order of all cases: what most experts recommend stands in its place until it is issued once more.</source>
        <translation>主任发布比较结果时用的是本软件的旧版本，其中没有全部案例的名次：重新发布之前，以多数专家的建议代替。</translation>
    </message>
    <message>
        <source>Its scores are not those any more that the head compared: what most experts recommend stands in place of the order until it is issued anew.</source>
        <translation>该案例的评分已与主任比较时不同：在重新发布之前，以多数专家的推荐意见代替排序。</translation>
    </message>
    <message>
        <source>It shares this place with others across a line: a written reason decides.</source>
        <translation>与线两侧的其他案例名次相同，以书面理由决定。</translation>
    </message>
    <message>
        <source>Fewer reviews count than the rule file asks for: nothing is proposed.</source>
        <translation>计入的评审少于规则文件的要求，不作建议。</translation>
    </message>
    <message>
        <source>No score counts yet: nothing is proposed.</source>
        <translation>尚无计入的评分，不作建议。</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>{term}: {translation} (a term of the programme)</source>
        <translation>{term}：{translation}（活动术语）</translation>
    </message>
    <message>
        <source>Figures of another magnitude</source>
        <translation>数量级不同的数字</translation>
    </message>
    <message>
        <source>Other figures</source>
        <translation>其他不同的数字</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>网址和邮箱</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>Without a translation</source>
        <translation>没有译文</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>In one version only</source>
        <translation>仅见于一个文本</translation>
    </message>
    <message>
        <source>The two versions give different figures: {zh} and {en}</source>
        <translation>两个文本给出的数字不同：{zh}与{en}</translation>
    </message>
    <message>
        <source>The two versions give different dates or times: {zh} and {en}</source>
        <translation>两个文本给出的日期或时间不同：{zh}与{en}</translation>
    </message>
    <message>
        <source>The two versions give different addresses: {zh} and {en}</source>
        <translation>两个文本给出的网址或邮箱不同：{zh}与{en}</translation>
    </message>
    <message>
        <source>Only the Chinese version says {zh}</source>
        <translation>仅中文文本有{zh}</translation>
    </message>
    <message>
        <source>Only the English version says {en}</source>
        <translation>仅英文文本有{en}</translation>
    </message>
    <message>
        <source>This paragraph is in the Chinese version only</source>
        <translation>此段仅见于中文文本</translation>
    </message>
    <message>
        <source>This paragraph is in the English version only</source>
        <translation>此段仅见于英文文本</translation>
    </message>
    <message>
        <source>The two versions of this paragraph are of very different length</source>
        <translation>此段的两个文本篇幅相差很大</translation>
    </message>
    <message>
        <source>The text lists countries (regions) that the application does not declare: {names}</source>
        <translation>文中列出了申报信息未填报的国家（地区）：{names}</translation>
    </message>
    <message>
        <source>The two versions list different countries (regions).</source>
        <translation>两个文本列出的国家（地区）不同。</translation>
    </message>
    <message>
        <source>The two declared lists of countries (regions) are not the same.</source>
        <translation>中英文填报的国家（地区）不一致。</translation>
    </message>
    <message>
        <source>Only in Chinese: {names}.</source>
        <translation>仅见于中文：{names}。</translation>
    </message>
    <message>
        <source>Only in English: {names}.</source>
        <translation>仅见于英文：{names}。</translation>
    </message>
    <message>
        <source>{first} {more}</source>
        <translation>{first}{more}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>No figure or term of the programme stands here.</source>
        <translation>此处没有数字或活动术语。</translation>
    </message>
</context>
<context>
    <name>discussion</name>
    <message>
        <source>To {who}: “{beginning}”</source>
        <translation>回复{who}：“{beginning}”</translation>
    </message>
    <message>
        <source>Received and not counted: others do not see it</source>
        <translation>已收到，不计入：他人看不到</translation>
    </message>
    <message>
        <source>You amended your score here, {time}.</source>
        <translation>您在此时修改了评分，{time}。</translation>
    </message>
    <message>
        <source>{who} amended the score here, {time}.</source>
        <translation>{who}在此时修改了评分，{time}。</translation>
    </message>
    <message>
        <source>Others read it under your number as an expert, never by your name.</source>
        <translation>他人只看到您的专家编号，看不到姓名。</translation>
    </message>
    <message>
        <source>Others read it as said by “{seat}”, never by your name.</source>
        <translation>他人看到的发言者为“{seat}”，看不到姓名。</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Countries (regions)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>其他参与机构</translation>
    </message>
    <message>
        <source>Joint application with international partners</source>
        <translation>与国际合作方联合申报</translation>
    </message>
    <message>
        <source>Eligibility</source>
        <translation>申报条件</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>{fact}: confirmed</source>
        <translation>{fact}：属实</translation>
    </message>
    <message>
        <source>{fact}: disputed</source>
        <translation>{fact}：有异议</translation>
    </message>
    <message>
        <source>{fact}: nothing said</source>
        <translation>{fact}：未作说明</translation>
    </message>
    <message>
        <source>{said}. {comment}</source>
        <translation>{said}。{comment}</translation>
    </message>
    <message>
        <source>{who}: counts as without one since {time}</source>
        <translation>{who}：自{time}起按无利益冲突处理</translation>
    </message>
</context>
<context>
    <name>final</name>
    <message>
        <source>Place</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Place in the order</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>下一轮</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>增列</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不列入</translation>
    </message>
    <message>
        <source>Chance to belong</source>
        <translation>入选概率</translation>
    </message>
    <message>
        <source>On the long list</source>
        <translation>长名单</translation>
    </message>
    <message>
        <source>Reason lacking</source>
        <translation>缺理由</translation>
    </message>
    <message>
        <source>Of this panel’s cases: {outstanding} Outstanding, {casebook} Casebook.</source>
        <translation>本组案例：列为精品案例{outstanding}项，收录《案例集》{casebook}项。</translation>
    </message>
    <message>
        <source>{outcome}: {count} of about {target}.</source>
        <translation>{outcome}：{count}项，目标约{target}项。</translation>
    </message>
    <message>
        <source>In the Casebook in all: {count} of about {target}.</source>
        <translation>收录《案例集》共{count}项，目标约{target}项。</translation>
    </message>
    <message>
        <source>Decisions have changed since the list that stands was signed: it holds until the head signs another.</source>
        <translation>现行名单签署之后，决定已有变动；在主任签署新名单之前，现行名单仍然有效。</translation>
    </message>
    <message>
        <source>Cases below the line without a decision: {count}.</source>
        <translation>线下尚无决定的案例：{count}项。</translation>
    </message>
    <message>
        <source>Other cases without a decision: {count}.</source>
        <translation>其他未决定的案例：{count}项。</translation>
    </message>
    <message>
        <source>Decided out though the order proposes it: {case}. “{reason}”</source>
        <translation>按名次应列入而决定不列入：{case}。“{reason}”</translation>
    </message>
    <message>
        <source>Reserve list, in order: {cases}.</source>
        <translation>候补名单，依次为：{cases}。</translation>
    </message>
    <message>
        <source>Until then the long list is what is signed.</source>
        <translation>在此之前，应签署的是长名单。</translation>
    </message>
    <message>
        <source>Until then no list is signed.</source>
        <translation>在此之前不签署名单。</translation>
    </message>
    <message>
        <source>The list is signed on the comparison of all panels, as their scores stand now; it is still to be issued.</source>
        <translation>名单以全体评审组现有评分的比较结果为依据，该结果尚待发布。</translation>
    </message>
    <message>
        <source>Cases on which you have not declared yet: {count}. Their decisions are shown after that.</source>
        <translation>您尚未声明的案例：{count}项。声明后方可看到其决定。</translation>
    </message>
    <message>
        <source>Hidden from you, and not decided yet: {count}. A deputy decides them.</source>
        <translation>对您隐藏且尚未决定：{count}项，由副手决定。</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>尚未签署</translation>
    </message>
    <message>
        <source>Signed {time}</source>
        <translation>签署于{time}</translation>
    </message>
    <message>
        <source>Once it is received, the chairs, the head and the secretariat can see it.</source>
        <translation>服务器收到之后，各组组长、主任和秘书处均可查看。</translation>
    </message>
    <message>
        <source>Places that leave the order, each with its reason: {count}.</source>
        <translation>不依名次而附理由的席位：{count}个。</translation>
    </message>
    <message>
        <source>out of the order: place {place}</source>
        <translation>不依名次：名次{place}</translation>
    </message>
    <message>
        <source>reason: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{line} ({marks})</source>
        <translation>{line}（{marks}）</translation>
    </message>
    <message>
        <source>It takes the place of the list signed {time}.</source>
        <translation>它取代{time}签署的名单。</translation>
    </message>
    <message>
        <source>Reserve list, in order: {count}</source>
        <translation>候补名单，依次：{count}个</translation>
    </message>
    <message>
        <source>Without a decision, and on no list: {count}</source>
        <translation>尚无决定、不在任何名单上：{count}个</translation>
    </message>
    <message>
        <source>Cases hidden from you go into it as well: {count}.</source>
        <translation>对您隐藏的案例也一并进入：{count}项。</translation>
    </message>
    <message>
        <source>Into the next round: {count}</source>
        <translation>进入下一轮：{count}个</translation>
    </message>
    <message>
        <source>Of these, added by you: {count}</source>
        <translation>其中由您添加：{count}个</translation>
    </message>
    <message>
        <source>Left out though proposed: {count}</source>
        <translation>建议列入而未列入：{count}个</translation>
    </message>
    <message>
        <source>Saved in {folder}: {names}. The files are not encrypted.</source>
        <translation>已存入{folder}：{names}。文件未加密。</translation>
    </message>
    <message>
        <source>It is signed with your key and kept for good; a later one replaces it.</source>
        <translation>以您的密钥签署，永久保存；日后只能由新的名单取代。</translation>
    </message>
    <message>
        <source>proposed: {outcome}</source>
        <translation>建议：{outcome}</translation>
    </message>
    <message>
        <source>Hidden from you: {count}. Somebody else decides them.</source>
        <translation>对您隐藏：{count}项，由他人决定。</translation>
    </message>
    <message>
        <source>Places decided by the deputy, on cases hidden from you: {count}. The list names them by the decision alone, as “one place decided by the deputy”.</source>
        <translation>由副手决定、案例对您隐藏的席位：{count}个。名单只以决定指明，写作“由副手决定的一个席位”。</translation>
    </message>
    <message>
        <source>The list is signed on the comparison of all panels, which is issued once the round is closed.</source>
        <translation>名单以全体评审组的比较结果为依据，该结果在本轮结束后发布。</translation>
    </message>
    <message>
        <source>Sign the final list?</source>
        <translation>签署最终名单？</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>one place decided by the deputy, on a case hidden from you</source>
        <translation>由副手决定的一个席位，案例对您隐藏</translation>
    </message>
    <message>
        <source>{outcome}: {count}</source>
        <translation>{outcome}：{count}个</translation>
    </message>
    <message>
        <source>{count} cases go into round {round}; the order proposes {proposed}.</source>
        <translation>{count}项案例进入第{round}轮；按名次建议{proposed}项。</translation>
    </message>
    <message>
        <source>Added: {added}; left out: {left}.</source>
        <translation>增列{added}项，不列入{left}项。</translation>
    </message>
    <message>
        <source>Round {round} is still open, and scores may come: the long list is signed once it is closed.</source>
        <translation>第{round}轮尚未结束，仍可能收到评分：结束之后方可签署长名单。</translation>
    </message>
    <message>
        <source>The final list is signed: nothing goes into a next round.</source>
        <translation>最终名单已签署：不再有案例进入下一轮。</translation>
    </message>
    <message>
        <source>Staff give these cases to experts for round {round}.</source>
        <translation>秘书处将这些案例分配给专家进行第{round}轮评审。</translation>
    </message>
    <message>
        <source>Sign the long list?</source>
        <translation>签署长名单？</translation>
    </message>
</context>
<context>
    <name>hidden</name>
    <message>
        <source>Hidden from you</source>
        <translation>对您隐去</translation>
    </message>
    <message>
        <source>Conflict – hidden</source>
        <translation>利益冲突，已隐去</translation>
    </message>
    <message>
        <source>Shown after you have signed your own score</source>
        <translation>您签署自己的评分后显示</translation>
    </message>
    <message>
        <source>Shown once you have declared on it</source>
        <translation>您作出利益冲突声明后显示</translation>
    </message>
    <message>
        <source>Your own score first</source>
        <translation>须先签署自己的评分</translation>
    </message>
    <message>
        <source>Not declared yet</source>
        <translation>尚未声明</translation>
    </message>
    <message>
        <source>the panel’s chair decides</source>
        <translation>由评审组组长决定</translation>
    </message>
    <message>
        <source>the chair’s deputy decides</source>
        <translation>由组长副手决定</translation>
    </message>
    <message>
        <source>the head decides</source>
        <translation>由主任决定</translation>
    </message>
    <message>
        <source>the head’s deputy decides</source>
        <translation>由主任副手决定</translation>
    </message>
    <message>
        <source>You review this case yourself: its scores are shown after you have signed your own. Until then it is in no figure here.</source>
        <translation>您本人也评审此案例：签署自己的评分之后，才显示他人的评分。在此之前，它不计入这里的任何数字。</translation>
    </message>
    <message>
        <source>You have not declared on this case yet. Until then it is in no figure here.</source>
        <translation>您尚未就此案例作出利益冲突声明。在此之前，它不计入这里的任何数字。</translation>
    </message>
    <message>
        <source>You declared a conflict of interest on it. It is in no figure here, and somebody else decides it.</source>
        <translation>您已声明与此案例有利益冲突。它不计入这里的任何数字，由他人决定。</translation>
    </message>
</context>
<context>
    <name>issuing</name>
    <message>
        <source>Not issued yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>Issued {time}</source>
        <translation>{time}发布</translation>
    </message>
    <message>
        <source>It is issued once the round is closed: scores may still come.</source>
        <translation>本轮结束之后方可发布：仍可能收到评分。</translation>
    </message>
    <message>
        <source>Other scores count now than it was made of: it is to be issued anew.</source>
        <translation>现在计入的评分与发布时不同，需要重新发布。</translation>
    </message>
    <message>
        <source>The final list is signed on it. Issuing it signs the figures of every case.</source>
        <translation>最终名单以它为依据。发布时将签署每个案例的数字。</translation>
    </message>
    <message>
        <source>It came from an older version of this app: chairs do not read in it where their cases stand among all. Issue it once more.</source>
        <translation>该结果出自本软件的旧版本，组长从中看不到本组案例在全部案例中的名次：请重新发布一次。</translation>
    </message>
    <message>
        <source>{reviews} reviews by {experts} experts on {cases} cases are compared.</source>
        <translation>比较{cases}个案例，共{experts}位专家的{reviews}份评审。</translation>
    </message>
    <message>
        <source>Issue the comparison?</source>
        <translation>发布比较结果？</translation>
    </message>
    <message>
        <source>Sign and issue</source>
        <translation>签署并发布</translation>
    </message>
    <message>
        <source>{packets} packets are signed with your key: one of the whole, and one of each case.</source>
        <translation>将以您的密钥签署{packets}个数据包：总体一个，每个案例一个。</translation>
    </message>
    <message>
        <source>No review is outstanding, and none is held.</source>
        <translation>没有未到的评审，也没有暂未计入的评审。</translation>
    </message>
    <message>
        <source>Not counted, because they could not be verified: {count}.</source>
        <translation>因无法核验而未计入：{count}个。</translation>
    </message>
    <message>
        <source>Cases hidden from you: {count}. They play no part in it, and nothing is said of them.</source>
        <translation>对您隐藏的案例：{count}个。它们不参与比较，结果中也不提及。</translation>
    </message>
    <message>
        <source>Once it is received, chairs read the figures of their panels’ cases and how strict each expert was, by number; the secretariat reads all of it, experts nothing.</source>
        <translation>送达之后，组长可查看本组案例的数字以及各位专家（以编号表示）的宽严程度；秘书处可查看全部内容，专家不能查看。</translation>
    </message>
    <message>
        <source>It is kept for good.</source>
        <translation>它将永久保存。</translation>
    </message>
    <message>
        <source>It takes the place of the one of {time}.</source>
        <translation>它取代{time}发布的比较结果。</translation>
    </message>
    <message>
        <source>That of the earlier round, {time}, is kept beside it.</source>
        <translation>上一轮于{time}发布的比较结果仍予保留。</translation>
    </message>
    <message>
        <source>Late or held, and not counted: {count}</source>
        <translation>迟到或暂不计入的评审：{count}份</translation>
    </message>
    <message>
        <source>Reviews that never came: {count}</source>
        <translation>始终未到的评审：{count}份</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>None acts while you are typing.</source>
        <translation>输入文字时快捷键不起作用。</translation>
    </message>
    <message>
        <source>Next, previous pair of paragraphs</source>
        <translation>下一对、上一对段落</translation>
    </message>
    <message>
        <source>Previous, next element</source>
        <translation>上一部分、下一部分</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>A page on</source>
        <translation>向下翻页</translation>
    </message>
    <message>
        <source>To the other pane</source>
        <translation>到另一栏</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Lock or free the two sides</source>
        <translation>锁定或解除两栏同步</translation>
    </message>
    <message>
        <source>One language, and back</source>
        <translation>单语与对照切换</translation>
    </message>
    <message>
        <source>Find in both languages</source>
        <translation>在中英文中查找</translation>
    </message>
    <message>
        <source>Bring the other side here; with one language, open it below</source>
        <translation>另一侧移到此处；单语时在下方展开对应段落</translation>
    </message>
    <message>
        <source>Practice case</source>
        <translation>练习案例</translation>
    </message>
    <message>
        <source>Next, previous hit</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>Print or save this case</source>
        <translation>打印或导出本案例</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Larger, smaller, usual text</source>
        <translation>放大、缩小、恢复文字大小</translation>
    </message>
    <message>
        <source>Letters of the language</source>
        <translation>该语言的字体</translation>
    </message>
    <message>
        <source>Attach the selected text to a criterion</source>
        <translation>将所选文字摘引至某项标准</translation>
    </message>
    <message>
        <source>Highlight the selection or sentence; again, and it is gone</source>
        <translation>标记所选文字或光标所在句子，再按一次去除</translation>
    </message>
    <message>
        <source>Note for yourself on the selection or paragraph</source>
        <translation>对所选文字或光标所在段落写批注（仅自己可见）</translation>
    </message>
    <message>
        <source>Differences, and back to the text</source>
        <translation>查看差异，再按返回正文</translation>
    </message>
    <message>
        <source>What the figure or term at the caret means</source>
        <translation>说明光标处的数字或术语</translation>
    </message>
    <message>
        <source>In a file: the words of the page</source>
        <translation>在附件中：显示本页文字</translation>
    </message>
    <message>
        <source>In a file: turn the page</source>
        <translation>在附件中：旋转页面</translation>
    </message>
    <message>
        <source>To the score</source>
        <translation>到评分</translation>
    </message>
    <message>
        <source>In a score: the mark, 0 is 10</source>
        <translation>评分时：给分，0表示10</translation>
    </message>
    <message>
        <source>In a score: one less, one more</source>
        <translation>评分时：减一分、加一分</translation>
    </message>
    <message>
        <source>In a score: the next criterion</source>
        <translation>评分时：下一项标准</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>写评语</translation>
    </message>
    <message>
        <source>The next that is missing</source>
        <translation>下一个未完成项</translation>
    </message>
    <message>
        <source>Out of a comment; read back and sign</source>
        <translation>结束评语；复核并签署</translation>
    </message>
    <message>
        <source>Undo one step</source>
        <translation>撤销一步</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>重做刚撤销的一步</translation>
    </message>
    <message>
        <source>Out of the sheet, back to the text</source>
        <translation>离开评分表，回到正文</translation>
    </message>
    <message>
        <source>Copy the selected words</source>
        <translation>复制选中的文字</translation>
    </message>
    <message>
        <source>Show or hide the outline</source>
        <translation>显示或隐藏目录</translation>
    </message>
    <message>
        <source>Show or hide the score panel</source>
        <translation>显示或隐藏评分栏</translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>回到工作台</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>显示本列表</translation>
    </message>
</context>
<context>
    <name>lacking</name>
    <message>
        <source>{criterion}: a mark</source>
        <translation>{criterion}：尚未评分</translation>
    </message>
    <message>
        <source>{criterion}: a quote or a sentence</source>
        <translation>{criterion}：缺少摘引或评语</translation>
    </message>
    <message>
        <source>How well you know this field</source>
        <translation>尚未填写熟悉程度</translation>
    </message>
    <message>
        <source>The overall recommendation</source>
        <translation>尚未选择总体建议</translation>
    </message>
</context>
<context>
    <name>ladder</name>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>名次阶梯</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Sureness</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>最终名单</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>{mean} (median {median}, {span}, SD {sd}, n {n})</source>
        <translation>{mean}（中位数{median}，范围{span}，标准差{sd}，{n}份）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>{mean} ± {error} (90%: {low}–{high})</source>
        <translation>{mean}±{error}（90%：{low}–{high}）</translation>
    </message>
    <message>
        <source>Among all</source>
        <translation>全部案例中</translation>
    </message>
    <message>
        <source>In this panel</source>
        <translation>本组中</translation>
    </message>
    <message>
        <source>none: too few reviews</source>
        <translation>无：评审过少</translation>
    </message>
    <message>
        <source>{place} (5–95%: {low}–{high})</source>
        <translation>{place}（5–95%：{low}–{high}）</translation>
    </message>
    <message>
        <source>by raw means {raw}</source>
        <translation>按原始平均分第{raw}名</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{mean} ({span})</source>
        <translation>{mean}（{span}）</translation>
    </message>
    <message>
        <source>cannot judge: {count}</source>
        <translation>无法判断：{count}</translation>
    </message>
    <message>
        <source>{experts}: {what}</source>
        <translation>{experts}：{what}</translation>
    </message>
    <message>
        <source>from the applicant’s country (region)</source>
        <translation>来自申报单位所在国家（地区）</translation>
    </message>
    <message>
        <source>from another country (region) involved</source>
        <translation>来自其他涉及国家（地区）</translation>
    </message>
    <message>
        <source>cannot judge any criterion; counts in no mean</source>
        <translation>各项标准均无法判断，不计入任何平均分</translation>
    </message>
    <message>
        <source>cannot judge {criterion}; counts in the others alone</source>
        <translation>无法判断“{criterion}”，只计入其他标准</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>a tie is disclosed</source>
        <translation>已声明关联</translation>
    </message>
    <message>
        <source>{score} in all, usually {off} low, counts {counts}</source>
        <translation>总评{score}，通常偏低{off}，计{counts}</translation>
    </message>
    <message>
        <source>{score} in all, usually {off} high, counts {counts}</source>
        <translation>总评{score}，通常偏高{off}，计{counts}</translation>
    </message>
    <message>
        <source>{score} in all, counts {counts}</source>
        <translation>总评{score}，计{counts}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>● adjusted ○ raw ━ 90%</source>
        <translation>● 校正 ○ 原始 ━ 90%</translation>
    </message>
    <message>
        <source>Place 5–95%</source>
        <translation>名次5–95%</translation>
    </message>
    <message>
        <source>In panel</source>
        <translation>本组名次</translation>
    </message>
    <message>
        <source>Among {count}</source>
        <translation>{count}项中</translation>
    </message>
    <message>
        <source>● adjusted mean   ○ raw mean   ━ where it lies with 90%</source>
        <translation>● 校正平均分   ○ 原始平均分   ━ 90%区间</translation>
    </message>
    <message>
        <source>not {place}</source>
        <translation>正式{place}</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>校正平均分</translation>
    </message>
    <message>
        <source>± error</source>
        <translation>±误差</translation>
    </message>
    <message>
        <source>Best {target}</source>
        <translation>前{target}名</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入选</translation>
    </message>
    <message>
        <source>Discuss</source>
        <translation>待议</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>不入选</translation>
    </message>
    <message>
        <source>&lt;1%</source>
        <translation>&lt;1%</translation>
    </message>
    <message>
        <source>&gt;99%</source>
        <translation>&gt;99%</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{count} groups of experts share no case with each other. Their cases are compared as if all groups were equally strict on average.</source>
        <translation>有{count}组专家彼此没有共同评审的案例；比较时视各组平均宽严相同。</translation>
    </message>
    <message>
        <source>Too few shared cases to judge strictness; raw means are shown.</source>
        <translation>共同评审的案例太少，无法判断宽严；显示原始平均分。</translation>
    </message>
    <message>
        <source>Experts were about equally strict; no correction needed.</source>
        <translation>专家宽严大致相同，无须校正。</translation>
    </message>
    <message>
        <source>Complete panel: everybody scored everything, adjusted = raw.</source>
        <translation>完整评审：每位专家都评了每个案例，校正平均分即原始平均分。</translation>
    </message>
    <message>
        <source>With fewer than 30 experts the intervals of their strictness are a little short.</source>
        <translation>专家不足30位，宽严的区间略偏窄。</translation>
    </message>
    <message>
        <source>Not enough data to tell experts from cases; raw means are shown.</source>
        <translation>数据不足，无法区分专家与案例的影响；显示原始平均分。</translation>
    </message>
    <message>
        <source>the number of countries (regions)</source>
        <translation>国家（地区）数量</translation>
    </message>
    <message>
        <source>the smaller disagreement</source>
        <translation>分歧较小</translation>
    </message>
    <message>
        <source>the area less represented</source>
        <translation>入选较少的领域</translation>
    </message>
    <message>
        <source>nothing yet: a written reason is needed</source>
        <translation>尚未决定：须写明理由</translation>
    </message>
    <message>
        <source>The thick lines: here the best {first} and the best {last} end.</source>
        <translation>粗线：前{first}名、前{last}名分别至此为止。</translation>
    </message>
    <message>
        <source>Mean {mean}, adjusted {adjusted}. No place: fewer reviews count than the {fewest} that the rules ask for.</source>
        <translation>平均分{mean}，校正后{adjusted}。没有名次：计入的评审少于规则要求的{fewest}份。</translation>
    </message>
    <message>
        <source>Mean {mean} (place {raw}), adjusted {adjusted} (place {place}).</source>
        <translation>平均分{mean}（第{raw}名），校正后{adjusted}（第{place}名）。</translation>
    </message>
    <message>
        <source>The thick line: here the best {target} end.</source>
        <translation>粗线：前{target}名至此为止。</translation>
    </message>
    <message>
        <source>1 review: never in the sure zone.</source>
        <translation>仅1份评审，不会列入确定区。</translation>
    </message>
    <message>
        <source>Among the best {target} with probability {chance}.</source>
        <translation>居前{target}名的概率为{chance}。</translation>
    </message>
    <message>
        <source>Equal with the case before; decided by: {tie}.</source>
        <translation>与前一案例相同，依据“{tie}”决定先后。</translation>
    </message>
    <message>
        <source>Mean {mean} (place {raw} of {count} in this panel), adjusted {adjusted} (place {place} of {count}).</source>
        <translation>平均分{mean}（本组{count}项中第{raw}），校正平均分{adjusted}（{count}项中第{place}）。</translation>
    </message>
    <message>
        <source>Amended since its discussion: {experts}. Before it the case had no score.</source>
        <translation>讨论开始后已修改评分：{experts}。讨论之前该案例没有评分。</translation>
    </message>
    <message>
        <source>Amended since its discussion: {experts}. Before it: mean {mean}, adjusted {adjusted} (place {place}).</source>
        <translation>讨论开始后已修改评分：{experts}。讨论之前：平均分{mean}，校正后{adjusted}（第{place}名）。</translation>
    </message>
    <message>
        <source>{number} · amended since its discussion</source>
        <translation>{number} · 讨论后有修改</translation>
    </message>
    <message>
        <source>{count} of {all} experts: about {points} stricter than their colleagues.</source>
        <translation>{all}位专家中有{count}位比同行约严{points}分。</translation>
    </message>
    <message>
        <source>{count} of {all} experts: about {points} milder than their colleagues.</source>
        <translation>{all}位专家中有{count}位比同行约宽{points}分。</translation>
    </message>
    <message>
        <source>Together: {points} points.</source>
        <translation>合计：{points}分。</translation>
    </message>
    <message>
        <source>{score} from {expert}, usually {off} low, counts {counts}</source>
        <translation>{expert}评{score}，通常偏低{off}，计{counts}</translation>
    </message>
    <message>
        <source>{score} from {expert}, usually {off} high, counts {counts}</source>
        <translation>{expert}评{score}，通常偏高{off}，计{counts}</translation>
    </message>
    <message>
        <source>{score} from {expert}, counts {counts}</source>
        <translation>{expert}评{score}，计{counts}</translation>
    </message>
    <message>
        <source>{score} from {expert}</source>
        <translation>{expert}评{score}</translation>
    </message>
    <message>
        <source>Of the first {target} we expect {number} to belong.</source>
        <translation>前{target}名中预计有{number}个名副其实。</translation>
    </message>
    <message>
        <source>{expert}: the colleagues’ scores point to {expected}; this is {score}; so far apart about once in {times}.</source>
        <translation>{expert}：同行的分数指向{expected}，此处为{score}；如此之远约每{times}个分数出现一次。</translation>
    </message>
    <message>
        <source>Two experts or more recommend the Casebook, and two or more advise against it: {cases}.</source>
        <translation>建议收录与建议不收录的专家均有两位以上的案例：{cases}。</translation>
    </message>
    <message>
        <source>Two groups of experts stand {points} points apart.</source>
        <translation>专家分成两方，相差{points}分。</translation>
    </message>
    <message>
        <source>The scores lie further apart than in other cases.</source>
        <translation>分数比其他案例更为分散。</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>as strict as the colleagues</source>
        <translation>与同行宽严相当</translation>
    </message>
    <message>
        <source> ({low}–{high})</source>
        <translation>（{low}–{high}）</translation>
    </message>
    <message>
        <source> (not sure)</source>
        <translation>（不确定）</translation>
    </message>
    <message>
        <source>strict by {points}{span}</source>
        <translation>偏严{points}{span}</translation>
    </message>
    <message>
        <source>mild by {points}{span}</source>
        <translation>偏宽{points}{span}</translation>
    </message>
    <message>
        <source>{expert}: too few shared cases to judge strictness.</source>
        <translation>{expert}：共同评审的案例太少，无法判断宽严。</translation>
    </message>
    <message>
        <source>{expert}: {strictness} on {cases} cases, against the {colleagues} colleagues who scored the same ones.</source>
        <translation>{expert}：就{cases}个案例，与评过同一案例的{colleagues}位同行相比，{strictness}。</translation>
    </message>
    <message>
        <source>All experts are connected by cases that they share.</source>
        <translation>所有专家都通过共同评审的案例相互关联。</translation>
    </message>
    <message>
        <source>Pairs of experts who share cases: {pairs}; weakly, by 2 or fewer: {weak}.</source>
        <translation>有共同案例的专家对数：{pairs}；其中关联较弱（不超过2个案例）：{weak}。</translation>
    </message>
    <message>
        <source>{expert} on {case}</source>
        <translation>{expert}评{case}</translation>
    </message>
    <message>
        <source>These reviews would tie the groups: {reviews}.</source>
        <translation>以下评审可使各组相互关联：{reviews}。</translation>
    </message>
    <message>
        <source>by raw means</source>
        <translation>按原始平均分</translation>
    </message>
    <message>
        <source>far scores count less</source>
        <translation>离群分数减权</translation>
    </message>
    <message>
        <source>without {expert}</source>
        <translation>不计{expert}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>weights: {weights}</source>
        <translation>权重：{weights}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>without {expert} on {case}</source>
        <translation>不计{expert}对{case}的评审</translation>
    </message>
    <message>
        <source>As if: no case crosses a line, none changes zone.</source>
        <translation>假设之下：没有案例越过分界线，也没有案例变换分区。</translation>
    </message>
    <message>
        <source>As if: cases that cross a line: {lines}; that change zone: {zones}.</source>
        <translation>假设之下：越过分界线的案例{lines}个，变换分区的{zones}个。</translation>
    </message>
    <message>
        <source>As if: no case changes its place in this panel.</source>
        <translation>若如此：没有案例在本组中改变名次。</translation>
    </message>
    <message>
        <source>As if: cases at another place in this panel: {count}.</source>
        <translation>若如此：在本组中改变名次的案例：{count}项。</translation>
    </message>
    <message>
        <source>and {count} more, marked below</source>
        <translation>另有{count}个，已在下方标出</translation>
    </message>
    <message>
        <source>{cases}.</source>
        <translation>{cases}。</translation>
    </message>
    <message>
        <source>enters the first {target}</source>
        <translation>进入前{target}名</translation>
    </message>
    <message>
        <source>leaves the first {target}</source>
        <translation>退出前{target}名</translation>
    </message>
    <message>
        <source>for the best {target} {after} instead of {before}</source>
        <translation>就前{target}名而言由“{before}”变为“{after}”</translation>
    </message>
    <message>
        <source>{case}: {what}</source>
        <translation>{case}：{what}</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，</translation>
    </message>
    <message>
        <source>no place instead of {before}</source>
        <translation>由第{before}名变为无名次</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>第{place}名</translation>
    </message>
    <message>
        <source>place {after} instead of {before}</source>
        <translation>由第{before}名变为第{after}名</translation>
    </message>
    <message>
        <source>Two experts, {points} points apart</source>
        <translation>两位专家相差{points}分</translation>
    </message>
    <message>
        <source>In or out is nearly open</source>
        <translation>能否入选尚不明朗</translation>
    </message>
    <message>
        <source>{has} of {fewest} full scores</source>
        <translation>完整评分{has}份，需{fewest}份</translation>
    </message>
    <message>
        <source>{told}; “cannot judge”: {count}</source>
        <translation>{told}；“无法判断”{count}份</translation>
    </message>
    <message>
        <source>best {target}: {chance}</source>
        <translation>前{target}名：{chance}</translation>
    </message>
    <message>
        <source>Cases that still wait for reviews that were asked for, to have the {fewest} full scores of a place: {count}.</source>
        <translation>仍在等待已请专家评审、以满足排名所需{fewest}份完整评分的案例：{count}个。</translation>
    </message>
    <message>
        <source>Of the differences between cases, {raw} are real by raw means and {adjusted} after adjusting; a mean of {reviews} reviews is off by about {error} points.</source>
        <translation>案例之间的差异，按原始平均分有{raw}为真实差异，校正后为{adjusted}；{reviews}份评审的平均分误差约{error}分。</translation>
    </message>
    <message>
        <source>Agreement (Krippendorff’s alpha): {listed}.</source>
        <translation>一致性（Krippendorff α）：{listed}。</translation>
    </message>
    <message>
        <source>A long list that holds 95% of those that belong is all {count} cases.</source>
        <translation>要包含95%应入选者，长名单须列入全部{count}个案例。</translation>
    </message>
    <message>
        <source>A long list of {count} cases would hold 95% of those that belong.</source>
        <translation>{count}个案例的长名单可包含95%应入选者。</translation>
    </message>
    <message>
        <source>A long list of {count} cases would hold 95% of those that belong; {beside} more go into it because they have too few reviews for a place.</source>
        <translation>{count}个案例的长名单可包含应入选案例的95%；另有{beside}个因评审份数不足以排名而一并列入。</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案例编号</translation>
    </message>
    <message>
        <source>{heading} – {name}</source>
        <translation>{heading} – {name}</translation>
    </message>
    <message>
        <source>Made {time}</source>
        <translation>生成于{time}</translation>
    </message>
    <message>
        <source>Full scores that count: {count}, each verified</source>
        <translation>计入完整评分{count}份，逐份核验</translation>
    </message>
    <message>
        <source>ordered by the signed rule file</source>
        <translation>按已签名的规则文件排序</translation>
    </message>
    <message>
        <source>No signed rule file: the order is shown, and no list is proposed.</source>
        <translation>没有已签名的规则文件：只显示次序，不提出名单。</translation>
    </message>
    <message>
        <source>By the signed rule file {rules}…, scores {inputs}…, seed {seed}…</source>
        <translation>依据已签名的规则文件{rules}…、评分{inputs}…、种子{seed}…</translation>
    </message>
    <message>
        <source>Not the official list: cases hidden from the chair are left out: {count}</source>
        <translation>非正式名单：未列入对组长隐去的{count}个案例</translation>
    </message>
    <message>
        <source>What if, not the figures that count: {asked}</source>
        <translation>假设，并非正式数字：{asked}</translation>
    </message>
    <message>
        <source>Illustrative</source>
        <translation>示例（非真实数据）</translation>
    </message>
    <message>
        <source>The first {drawn} of {all} rows; the table has all.</source>
        <translation>仅绘出{all}行中的前{drawn}行；表格中有全部。</translation>
    </message>
    <message>
        <source>Cases from the experts’ own countries (regions): looking…</source>
        <translation>专家本国（地区）的案例：正在查看…</translation>
    </message>
    <message>
        <source>Whether experts score cases from their own country (region) differently is not known here: nobody tells which reviews come from there.</source>
        <translation>专家对本国（地区）案例的评分是否不同，此处无从得知：没有资料说明哪些评审来自本国（地区）。</translation>
    </message>
    <message>
        <source>the applicant’s country (region)</source>
        <translation>申报单位所在国家（地区）</translation>
    </message>
    <message>
        <source>another country (region) involved</source>
        <translation>其他涉及国家（地区）</translation>
    </message>
    <message>
        <source>Reviews from {whose}: too few to tell.</source>
        <translation>来自{whose}的评审：数量太少，无法判断。</translation>
    </message>
    <message>
        <source>Reviews from {whose}: {points} points against what colleagues from elsewhere say, in {count} reviews; {chance}.</source>
        <translation>来自{whose}的评审共{count}份，与来自别处的同行相比相差{points}分；{chance}。</translation>
    </message>
    <message>
        <source>p &lt; .001</source>
        <translation>p &lt; 0.001</translation>
    </message>
    <message>
        <source>p = {p}</source>
        <translation>p = {p}</translation>
    </message>
    <message>
        <source>hardly chance alone: {p}</source>
        <translation>不太可能只是偶然：{p}</translation>
    </message>
    <message>
        <source>could be chance: {p}</source>
        <translation>可能是偶然：{p}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Cases that move</source>
        <translation>变动的案例</translation>
    </message>
    <message>
        <source>Which, and their places</source>
        <translation>哪些案例及其名次</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{case} {before} → {after}</source>
        <translation>{case} {before} → {after}</translation>
    </message>
    <message>
        <source>first {target}: {cases}</source>
        <translation>前{target}名：{cases}</translation>
    </message>
</context>
<context>
    <name>letters</name>
    <message>
        <source>The app’s choice</source>
        <translation>默认字体</translation>
    </message>
    <message>
        <source>Room between Chinese and Western letters</source>
        <translation>中西文之间留空</translation>
    </message>
    <message>
        <source>Letters of this language</source>
        <translation>此语言的字体</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>Moved over the line by</source>
        <translation>可使其越线的检验</translation>
    </message>
    <message>
        <source>Checks, each made alone: by raw means, a fit in which far scores count less, each expert left out, each review left out.</source>
        <translation>逐项单独检验：按原始平均分；离群分数减权重新拟合；逐一不计每位专家；逐一不计每份评审。</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reserve {number}</source>
        <translation>候补第{number}</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Outstanding Cases: {target}</source>
        <translation>精品案例：{target}项</translation>
    </message>
    <message>
        <source>Casebook: {target}</source>
        <translation>案例集：{target}项</translation>
    </message>
    <message>
        <source>Long list: {count}</source>
        <translation>长名单：{count}项</translation>
    </message>
    <message>
        <source>The line would part {count} equal cases: a written reason decides.</source>
        <translation>界线落在{count}个不分先后的案例之间：须写明理由后决定。</translation>
    </message>
    <message>
        <source>Not the official list: cases that you may not see are in no list and no figure here ({count}).</source>
        <translation>非正式名单：您不得查看的案例（{count}个）不在此处的任何名单和数字之中。</translation>
    </message>
    <message>
        <source>{all} cases by mean, from the reviews of {rounds}.</source>
        <translation>{all}个案例按平均分排列，依据{rounds}的评审。</translation>
    </message>
    <message>
        <source>{all} cases by adjusted mean, from the reviews of {rounds}.</source>
        <translation>{all}个案例按校正平均分排列，依据{rounds}的评审。</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>第{number}轮</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>rounds {first} and {last} together</source>
        <translation>第{first}轮与第{last}轮合并</translation>
    </message>
    <message>
        <source>Of its {all} places {count} are decided by somebody else, on cases hidden from you; the order fills {target}.</source>
        <translation>共{all}个席位，其中{count}个由他人决定（案例对您隐藏），其余{target}个按名次排定。</translation>
    </message>
    <message>
        <source>Round {number} decides; so it stands now.</source>
        <translation>由第{number}轮决定；目前情况如此。</translation>
    </message>
    <message>
        <source>There are no more cases than the {target} places.</source>
        <translation>案例不多于{target}个名额。</translation>
    </message>
    <message>
        <source>Of these {target} we expect {number} to belong.</source>
        <translation>这{target}个案例中，预计有{number}个名副其实。</translation>
    </message>
    <message>
        <source>None would leave the list in any check.</source>
        <translation>没有案例会因任何一项检验而移出名单。</translation>
    </message>
    <message>
        <source>{count} would leave the list in at least one check.</source>
        <translation>其中{count}个至少会因一项检验而移出名单。</translation>
    </message>
    <message>
        <source>The smallest set that holds 95% of those that belong among the best {target}. Round {round} would read these {count} cases; {left} are left out.</source>
        <translation>包含前{target}名中95%应入选者的最小集合。第{round}轮将评审这{count}个案例，其余{left}个不再评审。</translation>
    </message>
    <message>
        <source>Now {in} are in, {discuss} are to be discussed, {out} are out.</source>
        <translation>目前入选{in}个，待议{discuss}个，不入选{out}个。</translation>
    </message>
    <message>
        <source>{count} are on it because they have too few reviews for a place.</source>
        <translation>其中{count}个因评审过少、尚无名次而列入。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>raw means</source>
        <translation>原始平均分</translation>
    </message>
    <message>
        <source>robust fit</source>
        <translation>离群减权</translation>
    </message>
    <message>
        <source>experts: {count}</source>
        <translation>专家{count}位</translation>
    </message>
    <message>
        <source>own reviews: {count}</source>
        <translation>自身评审{count}份</translation>
    </message>
    <message>
        <source>It stays on this side of the line in all {checks} checks: by raw means, with far scores counting less, without any one expert or any one of its {reviews} reviews.</source>
        <translation>全部{checks}项检验中，它都在界线的这一侧：按原始平均分、离群分数减权、不计任何一位专家、不计其{reviews}份评审中的任何一份。</translation>
    </message>
    <message>
        <source>In {stays} of {checks} checks it stays; it would leave {how}.</source>
        <translation>{checks}项检验中有{stays}项不变；若{how}，它会移出名单。</translation>
    </message>
    <message>
        <source>In {stays} of {checks} checks it stays; it would enter {how}.</source>
        <translation>{checks}项检验中有{stays}项不变；若{how}，它会进入名单。</translation>
    </message>
    <message>
        <source>by raw means</source>
        <translation>按原始平均分</translation>
    </message>
    <message>
        <source>On no list, with fewer than {fewest} full scores: {cases}.</source>
        <translation>计入的完整评分不足{fewest}份，不在任何名单上：{cases}。</translation>
    </message>
    <message>
        <source>Among the cases that may be on this list its place is {place}.</source>
        <translation>在可列入本名单的案例中为第{place}名。</translation>
    </message>
    <message>
        <source>with far scores counting less</source>
        <translation>离群分数减权</translation>
    </message>
    <message>
        <source>without {experts}</source>
        <translation>不计{experts}</translation>
    </message>
    <message>
        <source>without the review by {experts}</source>
        <translation>不计{experts}对它的评审</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>The list meets these minima as it is.</source>
        <translation>现有名单已满足这些下限。</translation>
    </message>
    <message>
        <source>Would enter: {cases}</source>
        <translation>会进入：{cases}</translation>
    </message>
    <message>
        <source>Would leave: {cases}</source>
        <translation>会移出：{cases}</translation>
    </message>
    <message>
        <source>Of that list we expect {number} of {target} to belong.</source>
        <translation>那份名单的{target}个案例中，预计有{number}个名副其实。</translation>
    </message>
    <message>
        <source>{case} (place {place})</source>
        <translation>{case}（第{place}名）</translation>
    </message>
    <message>
        <source>{cases} and {more} more</source>
        <translation>{cases}等，另有{more}个</translation>
    </message>
    <message>
        <source>{listed} of {among}</source>
        <translation>{listed}/{among}</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>N</source>
        <comment>margin letter of a note</comment>
        <translation>注</translation>
    </message>
    <message>
        <source>H</source>
        <comment>margin letter of a highlight</comment>
        <translation>标</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Highlights and notes are kept for the text of the application. In a file, attach the selected words to a criterion.</source>
        <translation>标记和批注只用于申报正文。在附件中，可将选中的文字摘引至某项评审标准。</translation>
    </message>
    <message>
        <source>{place} · {language}</source>
        <translation>{place} · {language}</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>“{quote}” – {note}</source>
        <translation>“{quote}”——{note}</translation>
    </message>
    <message>
        <source>{letter} {mark}</source>
        <translation>{letter}{mark}</translation>
    </message>
</context>
<context>
    <name>meeting</name>
    <message>
        <source>By place</source>
        <translation>按名次</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>countries (regions): {count}</source>
        <translation>涉及国家（地区）{count}个</translation>
    </message>
    <message>
        <source>joint application with international partners</source>
        <translation>与国际合作方联合申报</translation>
    </message>
    <message>
        <source>Adjusted {adjusted}   ·   Mean {raw}   ·   n {n}</source>
        <translation>校正平均分{adjusted}   ·   平均分{raw}   ·   {n}份</translation>
    </message>
    <message>
        <source>Place {place}</source>
        <translation>第{place}名</translation>
    </message>
    <message>
        <source>In this panel: place {place} of {count}</source>
        <translation>本组{count}项中第{place}</translation>
    </message>
    <message>
        <source>among all: {place}</source>
        <translation>全部{place}</translation>
    </message>
    <message>
        <source>best {target}: {zone}, {chance}</source>
        <translation>前{target}名：{zone}，{chance}</translation>
    </message>
    <message>
        <source>Its scores are hidden here and play no part in any figure shown here.</source>
        <translation>其评分在此隐去，不计入这里的任何数字。</translation>
    </message>
    <message>
        <source>the head’s deputy</source>
        <translation>主任副手</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>the chair’s deputy</source>
        <translation>组长副手</translation>
    </message>
    <message>
        <source>the chair</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>No score of this case counts yet.</source>
        <translation>此案例尚无计入的评分。</translation>
    </message>
    <message>
        <source>{number}   ·   {at} of {all}   ·   {official}</source>
        <translation>{number}   ·   第{at}个，共{all}个   ·   {official}</translation>
    </message>
    <message>
        <source>One place decided by the panel’s chair.</source>
        <translation>此席位由评审组组长决定。</translation>
    </message>
    <message>
        <source>One place decided by the head.</source>
        <translation>此席位由主任决定。</translation>
    </message>
    <message>
        <source>One place decided by the deputy.</source>
        <translation>此席位由副手决定。</translation>
    </message>
    <message>
        <source>● adjusted   ○ raw mean   ━ 90% of what chance would make of it</source>
        <translation>● 校正平均分   ○ 平均分   ━ 偶然因素所致的90%范围</translation>
    </message>
    <message>
        <source>Leaves for this case: the chair.</source>
        <translation>讨论此案例时须离席：组长。</translation>
    </message>
    <message>
        <source>Leave for this case, by a declared conflict of interest: {who}.</source>
        <translation>因已声明利益冲突，讨论此案例时须离席：{who}。</translation>
    </message>
    <message>
        <source>Recused later: {who}.</source>
        <translation>其后回避：{who}。</translation>
    </message>
    <message>
        <source>Nobody has declared a conflict of interest on this case.</source>
        <translation>无人就此案例声明利益冲突。</translation>
    </message>
    <message>
        <source>Not decided yet.</source>
        <translation>尚未决定。</translation>
    </message>
    <message>
        <source>{decided} – “{reason}”</source>
        <translation>{decided}——“{reason}”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>official</name>
    <message>
        <source>Not the official list</source>
        <translation>非正式名单</translation>
    </message>
    <message>
        <source>Your panel’s cases only</source>
        <translation>仅限本组案例</translation>
    </message>
    <message>
        <source>Draft until signed</source>
        <translation>签署前为草案</translation>
    </message>
    <message>
        <source>Decisions changed since the list of {time}</source>
        <translation>{time}的名单签署后决定有变</translation>
    </message>
    <message>
        <source>Final list signed {time}, not received yet</source>
        <translation>最终名单{time}签署，尚未送达</translation>
    </message>
    <message>
        <source>Official list signed {time}</source>
        <translation>正式名单，{time}签署</translation>
    </message>
</context>
<context>
    <name>panel</name>
    <message>
        <source>Receipt no. {number}</source>
        <translation>回执编号：{number}</translation>
    </message>
    <message>
        <source>before it {score} (round {number})</source>
        <translation>此前{score}分（第{number}轮）</translation>
    </message>
    <message>
        <source>Overall recommendation</source>
        <translation>总体建议</translation>
    </message>
    <message>
        <source>Familiarity</source>
        <translation>熟悉程度</translation>
    </message>
    <message>
        <source>Language read</source>
        <translation>阅读语言</translation>
    </message>
    <message>
        <source>Text of the case</source>
        <translation>案例文本</translation>
    </message>
    <message>
        <source>An earlier version; not confirmed for the corrected text</source>
        <translation>先前版本；尚未为更正后的文本确认</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Held, not counted</source>
        <translation>暂不计入</translation>
    </message>
    <message>
        <source>Score withdrawn</source>
        <translation>已撤回评分</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Conflict of interest</source>
        <translation>利益冲突</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>列为精品案例</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>收录《案例集》</translation>
    </message>
    <message>
        <source>Not in the Casebook</source>
        <translation>不予收录</translation>
    </message>
    <message>
        <source>Decided by you: {outcome}</source>
        <translation>您已决定：{outcome}</translation>
    </message>
    <message>
        <source>Decided: {outcome}</source>
        <translation>已决定：{outcome}</translation>
    </message>
    <message>
        <source>Decided by the panel’s chair: {outcome}</source>
        <translation>评审组组长已决定：{outcome}</translation>
    </message>
    <message>
        <source>Decided by the chair’s deputy: {outcome}</source>
        <translation>组长副手已决定：{outcome}</translation>
    </message>
    <message>
        <source>Decided by the head: {outcome}</source>
        <translation>主任已决定：{outcome}</translation>
    </message>
    <message>
        <source>Decided by the head’s deputy: {outcome}</source>
        <translation>主任副手已决定：{outcome}</translation>
    </message>
    <message>
        <source>Hidden from you</source>
        <translation>对您隐藏</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>a tie is disclosed</source>
        <translation>已披露关联</translation>
    </message>
    <message>
        <source>{expert}: {what}</source>
        <translation>{expert}：{what}</translation>
    </message>
    <message>
        <source>No counted score</source>
        <translation>没有计入的评分</translation>
    </message>
    <message>
        <source>Scores on {low}–{high}: {scores}; mean {mean}</source>
        <translation>评分（{low}–{high}分）：{scores}；平均分{mean}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Experts who cannot judge: {count}</source>
        <translation>无法判断的专家：{count}位</translation>
    </message>
    <message>
        <source>By raw means: place {place}</source>
        <translation>按原始平均分：第{place}名</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Every expert’s, by number; the pointer tells whose each is</source>
        <translation>每位专家的评分，按专家编号排列；将指针停在分数上，可知是哪位专家所评</translation>
    </message>
    <message>
        <source>Reviews that count</source>
        <translation>计入的评审份数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Of the scores as they were given</source>
        <translation>按专家所给的原始评分计算</translation>
    </message>
    <message>
        <source>The mean, less how mild or strict its experts are</source>
        <translation>扣除评审专家宽严差别之后的平均分</translation>
    </message>
    <message>
        <source>Standard error of the adjusted mean, in points</source>
        <translation>校正平均分的标准误，单位为分</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>From the lowest score to the highest</source>
        <translation>从最低分到最高分</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard deviation of the scores, in points</source>
        <translation>评分的标准差，单位为分</translation>
    </message>
    <message>
        <source>The places between which it lies with a chance of 90%</source>
        <translation>该案例的名次有90%的可能落在这一区间</translation>
    </message>
    <message>
        <source>The chance to belong to the best {target}, and what follows</source>
        <translation>该案例属于前{target}名的可能性，以及由此得出的结论</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Countries (regions)</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Rounds {first} and {last}</source>
        <translation>第{first}、{last}轮</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>第{number}轮</translation>
    </message>
    <message>
        <source>Signed packets on cases: {count}</source>
        <translation>案例评审内容{count}份</translation>
    </message>
    <message>
        <source>log {size}, root {root}…</source>
        <translation>日志{size}条，根值：{root}…</translation>
    </message>
    <message>
        <source>rubric {hash}…</source>
        <translation>评分标准：{hash}…</translation>
    </message>
    <message>
        <source>collected {time}</source>
        <translation>收取于{time}</translation>
    </message>
    <message>
        <source>withdrawn by applicants, left out: {cases}</source>
        <translation>已撤回申报、不列入：{cases}</translation>
    </message>
    <message>
        <source>two members of staff opened the scores {time}: “{reason}”</source>
        <translation>两名秘书处成员于{time}开放评分：“{reason}”</translation>
    </message>
    <message>
        <source>two members of staff closed early {time}: “{reason}”</source>
        <translation>两名秘书处成员于{time}提前结束本轮：“{reason}”</translation>
    </message>
    <message>
        <source>opened again {time} after staff saw scores: “{reason}”</source>
        <translation>秘书处见过评分后于{time}重新开始本轮：“{reason}”</translation>
    </message>
    <message>
        <source>the operator closed early {time}: “{reason}”</source>
        <translation>操作员于{time}提前结束本轮：“{reason}”</translation>
    </message>
    <message>
        <source>Fewer than {number} full scores</source>
        <translation>完整评分不足{number}份</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案例</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Scores far apart</source>
        <translation>评分差距较大</translation>
    </message>
    <message>
        <source>{which}: {zone}</source>
        <translation>{which}：{zone}</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>Confidential: copy of {name}; not to be passed on.</source>
        <translation>保密：{name}专用，请勿外传。</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第{page}页，共{count}页</translation>
    </message>
    <message>
        <source>My marks</source>
        <translation>我的标记</translation>
    </message>
    <message>
        <source>(not translated)</source>
        <translation>（未翻译）</translation>
    </message>
    <message>
        <source>(not filled in in this language)</source>
        <translation>（此语言未填写）</translation>
    </message>
    <message>
        <source>Save this case as a PDF</source>
        <translation>将本案例另存为PDF</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>quotes</name>
    <message>
        <source>{number} {element}, paragraph {paragraph}</source>
        <translation>{number} {element}，第{paragraph}段</translation>
    </message>
    <message>
        <source>{place} · {language}</source>
        <translation>{place} · {language}</translation>
    </message>
    <message>
        <source>“{quote}” ({file}, line {line})</source>
        <translation>“{quote}”（{file}，第{line}行）</translation>
    </message>
    <message>
        <source>{file}, p. {page}</source>
        <translation>{file}，第{page}页</translation>
    </message>
</context>
<context>
    <name>read back</name>
    <message>
        <source>{criterion}: {mark}</source>
        <translation>{criterion}：{mark}</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>No longer attached: “{quote}”</source>
        <translation>已移除的摘引：“{quote}”</translation>
    </message>
    <message>
        <source>Before: {comment}</source>
        <translation>原评语：{comment}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未作答</translation>
    </message>
    <message>
        <source>cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>{mark} of {highest}</source>
        <translation>{mark}分（满分{highest}）</translation>
    </message>
    <message>
        <source>“{quote}” ({place})</source>
        <translation>“{quote}”（{place}）</translation>
    </message>
    <message>
        <source>Familiarity with this field: {answer}</source>
        <translation>对该领域的熟悉程度：{answer}</translation>
    </message>
    <message>
        <source>Comment on the case as a whole</source>
        <translation>对案例的总体评语</translation>
    </message>
    <message>
        <source>Overall recommendation: {answer}</source>
        <translation>总体建议：{answer}</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Full scores that it lacks for a place: {count}.</source>
        <translation>距取得名次尚缺完整评分{count}份。</translation>
    </message>
    <message>
        <source>Its two experts differ by 3 points or more.</source>
        <translation>两位专家的评分相差3分以上。</translation>
    </message>
    <message>
        <source>One more review of this case would change the list most.</source>
        <translation>再有一份评审，最可能改变名单的就是本案例。</translation>
    </message>
    <message>
        <source>Answered. Reviews received since: {count}</source>
        <translation>已获答复。此后收到评审：{count}份</translation>
    </message>
    <message>
        <source>{who}
“{reason}”</source>
        <translation>{who}
“{reason}”</translation>
    </message>
    <message>
        <source>{outcome} · round {round}</source>
        <translation>{outcome} · 第{round}轮</translation>
    </message>
    <message>
        <source>“{reason}”</source>
        <translation>“{reason}”</translation>
    </message>
</context>
<context>
    <name>rooms</name>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>评审组</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>秘书处</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Hand-in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>rounds</name>
    <message>
        <source>Outstanding Cases are decided by round {number}, which has not been held.</source>
        <translation>精品案例由第{number}轮评审决定，该轮尚未进行。</translation>
    </message>
    <message>
        <source>The Casebook is decided by round {number}, which has not been held to its end.</source>
        <translation>《案例集》由第{number}轮评审决定，该轮尚未结束。</translation>
    </message>
</context>
<context>
    <name>single keys</name>
    <message>
        <source>Next pair of paragraphs</source>
        <translation>下一对段落</translation>
    </message>
    <message>
        <source>Previous pair of paragraphs</source>
        <translation>上一对段落</translation>
    </message>
    <message>
        <source>Previous element</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Next element</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Lock or free the two sides</source>
        <translation>锁定或放开两侧滚动</translation>
    </message>
    <message>
        <source>Bring the other side here</source>
        <translation>让另一侧跟到此处</translation>
    </message>
    <message>
        <source>One language, and back</source>
        <translation>单语与双语切换</translation>
    </message>
    <message>
        <source>Find in both languages</source>
        <translation>在两种文本中查找</translation>
    </message>
    <message>
        <source>Attach to conceptual fit</source>
        <translation>引为理念契合度的依据</translation>
    </message>
    <message>
        <source>Attach to international cooperativeness</source>
        <translation>引为国际合作性的依据</translation>
    </message>
    <message>
        <source>Attach to benefits to humankind</source>
        <translation>引为普惠性的依据</translation>
    </message>
    <message>
        <source>Highlight, or take the highlight away</source>
        <translation>标记，或去除标记</translation>
    </message>
    <message>
        <source>Note for yourself</source>
        <translation>写批注（仅自己可见）</translation>
    </message>
    <message>
        <source>To the score</source>
        <translation>转到评分</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>写评语</translation>
    </message>
    <message>
        <source>The next that is missing</source>
        <translation>下一处缺项</translation>
    </message>
    <message>
        <source>Words of a file&apos;s page</source>
        <translation>附件本页的文字</translation>
    </message>
    <message>
        <source>Turn a file&apos;s page</source>
        <translation>旋转附件页面</translation>
    </message>
    <message>
        <source>Differences between the languages</source>
        <translation>两种语言的差异</translation>
    </message>
    <message>
        <source>Explain what is at the caret</source>
        <translation>说明光标处的内容</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>快捷键一览</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>To declare</source>
        <translation>待声明利益冲突</translation>
    </message>
    <message>
        <source>Conflict declared</source>
        <translation>已声明利益冲突</translation>
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
        <source>Withdrawn by its applicant</source>
        <translation>已撤回申报</translation>
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
        <source>Figures differ</source>
        <translation>数字不一致</translation>
    </message>
    <message>
        <source>One language</source>
        <translation>仅一种语言</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
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
        <source>Held: this computer&apos;s key was revoked</source>
        <translation>暂不计入：本机密钥已吊销</translation>
    </message>
    <message>
        <source>Held: does not fit the rubric</source>
        <translation>暂不计入：与评分标准不符</translation>
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
        <source>Not counted: another programme&apos;s</source>
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
        <source>Not counted: you chose another score of yours</source>
        <translation>不计入：您选择了自己的另一份评分</translation>
    </message>
    <message>
        <source>Not counted: you said that it is not yours</source>
        <translation>不计入：您已声明并非本人签署</translation>
    </message>
    <message>
        <source>Not counted: its applicant withdrew the case</source>
        <translation>不计入：申报单位已撤回申报</translation>
    </message>
    <message>
        <source>Waits for a second member of staff</source>
        <translation>等待第二名秘书处成员</translation>
    </message>
    <message>
        <source>Not carried out: two members of staff did not agree</source>
        <translation>未执行：未获两名秘书处成员同意</translation>
    </message>
    <message>
        <source>Held: the computer&apos;s six words were not read yet</source>
        <translation>暂不计入：电脑的六个核对词尚未核对</translation>
    </message>
    <message>
        <source>Not counted: excluded by the secretariat</source>
        <translation>不计入：秘书处决定不采用</translation>
    </message>
    <message>
        <source>Not counted: its reason is blank</source>
        <translation>不计入：理由为空白</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>接受邀请</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Amendment</source>
        <translation>修改评分</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>撤回评分</translation>
    </message>
    <message>
        <source>Recusal</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Facts beside a score</source>
        <translation>评分之外的客观信息</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Close of a round</source>
        <translation>结束本轮</translation>
    </message>
    <message>
        <source>Choice between two scores</source>
        <translation>在两份评分中选定一份</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Request to open scores</source>
        <translation>开放评分的请求</translation>
    </message>
    <message>
        <source>Answer to a request of staff</source>
        <translation>对秘书处请求的答复</translation>
    </message>
    <message>
        <source>Contribution to a discussion</source>
        <translation>讨论发言</translation>
    </message>
    <message>
        <source>Request for another expert</source>
        <translation>增请专家的请求</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>入选评语</translation>
    </message>
    <message>
        <source>Answer to a citation</source>
        <translation>对入选评语的答复</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较结果</translation>
    </message>
    <message>
        <source>Figures of a case</source>
        <translation>案例数字</translation>
    </message>
    <message>
        <source>Long list</source>
        <translation>长名单</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>最终名单</translation>
    </message>
    <message>
        <source>Ruling on a review</source>
        <translation>关于评审的决定</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>{time}已保存</translation>
    </message>
    <message>
        <source>Packets on this computer: {count}; the round has closed</source>
        <translation>存于本机的签署内容{count}项；本轮评审已结束</translation>
    </message>
    <message>
        <source>Packets on this computer: {count}; the round closes {time}</source>
        <translation>存于本机的签署内容{count}项；本轮评审截止{time}</translation>
    </message>
    <message>
        <source>Packets on this computer: {count}</source>
        <translation>存于本机的签署内容{count}项</translation>
    </message>
    <message>
        <source>Packets received: {count} (last no. {last})</source>
        <translation>已收到签署内容{count}项（最近编号：{last}）</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>自{time}起离线</translation>
    </message>
    <message>
        <source>Passphrase needed to sync</source>
        <translation>同步需要口令</translation>
    </message>
    <message>
        <source>Synced {time}</source>
        <translation>{time}已同步</translation>
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
    <name>trust</name>
    <message>
        <source>What the figures rest on</source>
        <translation>数字的依据</translation>
    </message>
    <message>
        <source>Who has the same packets and rules computes the same figures.</source>
        <translation>有同样的签署件与规则，即可得出同样的数字。</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Hidden from you: {count}</source>
        <translation>对您隐去：{count}个案例</translation>
    </message>
    <message>
        <source>Not the official list: what is hidden is in no count, mean, chart, list, search or file that is saved here.</source>
        <translation>非正式名单：隐去的案例不计入这里的任何计数、平均分、图表、名单、检索结果和保存的文件。</translation>
    </message>
    <message>
        <source>Not decided yet: {count}</source>
        <translation>尚未决定：{count}个</translation>
    </message>
    <message>
        <source>You are a deputy here</source>
        <translation>您是副手</translation>
    </message>
    <message>
        <source>You decide the cases that are hidden from whom you stand in for. On all others you may read, discuss and write, and they decide.</source>
        <translation>对您所代理的人隐去的案例由您决定。其余案例您可以阅读、讨论和撰写，由其本人决定。</translation>
    </message>
    <message>
        <source>No case is yours to decide at present.</source>
        <translation>目前没有由您决定的案例。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有{count}项</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评审数</translation>
    </message>
    <message>
        <source>Mean, head</source>
        <translation>平均分（主任）</translation>
    </message>
    <message>
        <source>Adjusted, head</source>
        <translation>校正（主任）</translation>
    </message>
    <message>
        <source>Adjusted, here</source>
        <translation>校正（本机）</translation>
    </message>
    <message>
        <source>Place 5–95%, head</source>
        <translation>名次5–95%（主任）</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Against colleagues, head</source>
        <translation>与同行相比（主任）</translation>
    </message>
    <message>
        <source>Against colleagues, here</source>
        <translation>与同行相比（本机）</translation>
    </message>
    <message>
        <source>stricter by {points}</source>
        <translation>偏严{points}</translation>
    </message>
    <message>
        <source>milder by {points}</source>
        <translation>偏宽{points}</translation>
    </message>
    <message>
        <source>other scores here</source>
        <translation>本机评分不同</translation>
    </message>
    <message>
        <source>{head}, here {here}</source>
        <translation>{head}，本机{here}</translation>
    </message>
    <message>
        <source>Not counted, because they could not be verified: {bad} · {packets} of {experts} verified {time} · log no. {size}</source>
        <translation>未能核验、因而不计入：{bad} · {time}已核验{experts}的{packets} · 日志第{size}号</translation>
    </message>
    <message>
        <source>{packets} of {experts}, all verified {time}; in what experts signed, something is missing or does not fit · log no. {size}</source>
        <translation>{experts}的{packets}，{time}全部核验；但专家签署的内容有缺失或不相符之处 · 日志第{size}号</translation>
    </message>
    <message>
        <source>{packets} of {experts}, all verified {time} · log no. {size}</source>
        <translation>{experts}的{packets}，{time}全部核验无误 · 日志第{size}号</translation>
    </message>
    <message>
        <source>You are a deputy here: no case is yours to decide at present</source>
        <translation>您是副手：目前没有由您决定的案例</translation>
    </message>
    <message>
        <source>You are a deputy here: yours to decide is {cases}</source>
        <translation>您是副手，由您决定：{cases}</translation>
    </message>
    <message>
        <source>1 packet</source>
        <translation>1个签署件</translation>
    </message>
    <message>
        <source>{count} packets</source>
        <translation>{count}个签署件</translation>
    </message>
    <message>
        <source>1 expert</source>
        <translation>1位专家</translation>
    </message>
    <message>
        <source>{count} experts</source>
        <translation>{count}位专家</translation>
    </message>
    <message>
        <source>Every packet verified</source>
        <translation>签署件全部核验无误</translation>
    </message>
    <message>
        <source>Not everything could be verified</source>
        <translation>有签署件未能核验</translation>
    </message>
    <message>
        <source>Something is missing or does not fit</source>
        <translation>有缺失或不相符之处</translation>
    </message>
    <message>
        <source>Of each packet this computer checked the signature by the device’s certified key, the certificate in the log, the receipt, and its place among all that the device signed. What fails is counted nowhere.</source>
        <translation>本机逐一核验了每个签署件：设备认证密钥的签名、日志中的设备证书、回执，以及它在该设备全部签署件中的位置。未通过核验的一律不计入。</translation>
    </message>
    <message>
        <source>Not shown to you, and proved by the log to stand in their places: {packets}.</source>
        <translation>不向您显示、但日志证明其确在原位：{packets}。</translation>
    </message>
    <message>
        <source>This server does not tell which packets you are not shown: whether one is missing cannot be said.</source>
        <translation>此服务器未说明哪些签署件不向您显示，因而无法判断是否有缺失。</translation>
    </message>
    <message>
        <source>Signed by a key that was revoked, and not counted: {packets}.</source>
        <translation>以已吊销的密钥签署，不计入：{packets}。</translation>
    </message>
    <message>
        <source>Written by a newer version of the app, and not to be read here: {packets}.</source>
        <translation>由较新版本的软件写成，本机无法读取：{packets}。</translation>
    </message>
    <message>
        <source>a chair</source>
        <translation>一位组长</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>the secretariat</source>
        <translation>秘书处</translation>
    </message>
    <message>
        <source>an expert</source>
        <translation>一位专家</translation>
    </message>
    <message>
        <source>an unknown device</source>
        <translation>一台未知设备</translation>
    </message>
    <message>
        <source>{packets} of {who}: {reason}; not counted.</source>
        <translation>{who}的{packets}：{reason}；不计入。</translation>
    </message>
    <message>
        <source>the log does not prove that this device was certified</source>
        <translation>日志不能证明该设备经过认证</translation>
    </message>
    <message>
        <source>it is not what the certified device signed</source>
        <translation>内容并非由经认证的设备签署</translation>
    </message>
    <message>
        <source>its receipt does not prove that the log took it</source>
        <translation>回执不能证明日志已收录</translation>
    </message>
    <message>
        <source>the log does not prove what is said to have changed how it stands</source>
        <translation>所称的状态变更在日志中没有证明</translation>
    </message>
    <message>
        <source>No. {first} that {who} signed is missing, though later ones are here.</source>
        <translation>{who}签署的第{first}号缺失，而其后的已在本机。</translation>
    </message>
    <message>
        <source>No. {first} to {last} that {who} signed are missing, though later ones are here.</source>
        <translation>{who}签署的第{first}至{last}号缺失，而其后的已在本机。</translation>
    </message>
    <message>
        <source>What {who} signed as no. {seq} does not fit: there are two of that number, or it follows another packet than the one before it.</source>
        <translation>{who}签署的第{seq}号不相符：同号的有两件，或所接续的并非前一件。</translation>
    </message>
    <message>
        <source>Programme-wide comparison of {day}, signed by the head</source>
        <translation>{day}全部评审组的比较结果，由主任签署</translation>
    </message>
    <message>
        <source>From {packets} of all panels. Beside it stands what this computer makes of the scores that you may see.</source>
        <translation>依据全部评审组的{packets}。旁列本机依据您可查看的评分所得的结果。</translation>
    </message>
    <message>
        <source>It takes the place of an earlier one.</source>
        <translation>它取代了此前的一份。</translation>
    </message>
    <message>
        <source>Exactly the same scores are counted here.</source>
        <translation>本机计入的评分与之完全相同。</translation>
    </message>
    <message>
        <source>It was made by another rule file than is here.</source>
        <translation>它所依据的规则文件与本机的不同。</translation>
    </message>
    <message>
        <source>Other scores are counted here than the head counted, of: {cases}.</source>
        <translation>以下案例，本机计入的评分与主任所计入的不同：{cases}。</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Log {origin}, {size} entries</source>
        <translation>日志{origin}，{size}条</translation>
    </message>
    <message>
        <source>Rule file</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>Packets that count</source>
        <translation>计入的签署件</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>抽取的种子</translation>
    </message>
</context>
<context>
    <name>undone</name>
    <message>
        <source>Familiarity: {level}</source>
        <translation>熟悉程度：{level}</translation>
    </message>
    <message>
        <source>Comment on the case as a whole</source>
        <translation>对案例的总体评语</translation>
    </message>
    <message>
        <source>Recommendation: {words}</source>
        <translation>总体建议：{words}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Undone: {changes}</source>
        <translation>已撤销：{changes}</translation>
    </message>
    <message>
        <source>Done again: {changes}</source>
        <translation>已重做：{changes}</translation>
    </message>
    <message>
        <source>{criterion}, mark {mark}</source>
        <translation>{criterion}，评分{mark}</translation>
    </message>
    <message>
        <source>{criterion}, comment</source>
        <translation>{criterion}，评语</translation>
    </message>
    <message>
        <source>{criterion}, quotes</source>
        <translation>{criterion}，引文</translation>
    </message>
</context>
<context>
    <name>voices</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>{seat} {number}</source>
        <translation>{seat}{number}</translation>
    </message>
    <message>
        <source>On this computer; goes with the next sync</source>
        <translation>在本机，下次同步时送出</translation>
    </message>
    <message>
        <source>Received, no. {number}</source>
        <translation>已收到，编号{number}</translation>
    </message>
    <message>
        <source>An expert</source>
        <translation>一位专家</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Chair’s deputy</source>
        <translation>组长副手</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>Head’s deputy</source>
        <translation>主任副手</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>This code cannot be right.</source>
        <translation>邀请码有误。</translation>
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
        <source>There is a slip somewhere in it; please compare it with your letter, group by group.</source>
        <translation>其中有一处输入有误，请与邀请函逐组核对。</translation>
    </message>
    <message>
        <source>It has 27 letters and digits in four groups; please compare it with your letter.</source>
        <translation>邀请码由27个字母和数字组成，分为四组，请与邀请函核对。</translation>
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
        <source>{name} is damaged, or is not what it says it is. The application&apos;s text is not affected.</source>
        <translation>{name}已损坏，或并非其所称的文件类型。申报正文不受影响。</translation>
    </message>
    <message>
        <source>The new batch needs a newer version of this app.</source>
        <translation>新的案例批次需要更新版本的软件。</translation>
    </message>
    <message>
        <source>This is version {found}, and {needed} is needed. The batch that you have stays, and what you sign on it is handed in as before. Please install the new version, or ask the secretariat for it.</source>
        <translation>本机软件为{found}版，需要{needed}版。您现有的批次保持不变，在其上签署的内容照常提交。请安装新版本，或向秘书处索取。</translation>
    </message>
    <message>
        <source>{case} is not decided: a reason is needed.</source>
        <translation>{case}尚未决定：须写明理由。</translation>
    </message>
    <message>
        <source>The order may have changed since it was shown; write why, and sign again.</source>
        <translation>排序可能已有变动；请写明理由，再次签署。</translation>
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
        <source>{case} is not open on this computer.</source>
        <translation>{case}在本机上尚未开放。</translation>
    </message>
    <message>
        <source>Its text comes after you have declared on it and synced once more.</source>
        <translation>请先就该案例声明利益冲突，再同步一次，即可获得正文。</translation>
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
        <translation>已签署的评分不会被改动；如需调整，请修改评分并重新签署。</translation>
    </message>
    <message>
        <source>There is no signed score for {case}.</source>
        <translation>{case}没有已签署的评分。</translation>
    </message>
    <message>
        <source>Only a signed score can be amended or withdrawn.</source>
        <translation>只有已签署的评分才能修改或撤回。</translation>
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
        <source>This waits for an answer no more.</source>
        <translation>此请求已不再等待答复。</translation>
    </message>
    <message>
        <source>Somebody else answered it, it was taken back, or the round was closed meanwhile. Your answer changed nothing; refresh to see how it stands.</source>
        <translation>他人已作答复、请求已收回，或本轮已结束。您的答复未改变任何内容；请刷新查看现状。</translation>
    </message>
    <message>
        <source>This decision changed nothing.</source>
        <translation>该决定未产生任何变更。</translation>
    </message>
    <message>
        <source>The review stands as it did: somebody decided so before, or it could not count if it had come in time either. Your decision is kept with its receipt; refresh to see how the review stands.</source>
        <translation>该评审的状态不变：此前已有人作出同样决定，或即使按时送达也不能计入。您的决定连同回执已保存；请刷新查看该评审的当前状态。</translation>
    </message>
    <message>
        <source>Nothing was signed. Once that round is closed, and the next sync has told it, this can be signed.</source>
        <translation>没有签署任何内容。该轮结束并经下次同步得知之后，即可签署。</translation>
    </message>
    <message>
        <source>The final list is signed already.</source>
        <translation>最终名单已经签署。</translation>
    </message>
    <message>
        <source>Nothing goes into a next round while it stands; nothing was signed.</source>
        <translation>该名单有效期间，没有案例进入下一轮；没有签署任何内容。</translation>
    </message>
    <message>
        <source>You asked for this yourself.</source>
        <translation>此请求由您本人提出。</translation>
    </message>
    <message>
        <source>It takes another member of staff to agree, whichever computer you use. Nothing was signed. You can take it back.</source>
        <translation>无论您使用哪台电脑，都须由另一名秘书处成员同意。未签署任何内容。您可以收回请求。</translation>
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
        <source>This network shows a certificate that is not {server}&apos;s.</source>
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
        <source>{server}&apos;s certificate does not fit today&apos;s date.</source>
        <translation>{server}的证书与今天的日期不符。</translation>
    </message>
    <message>
        <source>Your computer&apos;s clock says {date}. If that is wrong, set the clock and sync again; if it is right, tell the secretariat. Nothing was sent, and your work is safe here.</source>
        <translation>您的电脑时钟显示{date}。若日期有误，请校正时钟后再次同步；若日期无误，请告知秘书处。没有发送任何内容，您的工作都安全保存在本机。</translation>
    </message>
    <message>
        <source>The server&apos;s record does not continue the one you knew.</source>
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
        <source>The proxy of this network wants a name and a password: enter them under Preferences, Connection. Your work is safe on this computer.</source>
        <translation>本网络的代理要求用户名和密码：请在“设置”的“连接”中填写。您的工作都安全保存在本机。</translation>
    </message>
    <message>
        <source>What answers there makes no secure connection, so nothing was sent. Your work is safe on this computer; try another network.</source>
        <translation>应答方未能建立安全连接，因此没有发送任何内容。您的工作都安全保存在本机，请换一个网络再试。</translation>
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
        <source>A web page came instead, perhaps this network&apos;s sign-in page: open a browser, sign in there, and sync again. Your work is safe on this computer.</source>
        <translation>收到的是一个网页，可能是此网络的登录页面：请打开浏览器完成登录，再重新同步。您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>A gateway in front of the server says that it is busy; the app tries again by itself. Nothing is lost.</source>
        <translation>服务器前的网关表示繁忙，软件会自动重试，内容不会丢失。</translation>
    </message>
    <message>
        <source>The answer does not carry the server&apos;s signature and was not used. Your work is safe on this computer; try another network.</source>
        <translation>答复没有服务器的签名，未予采用。您的工作已安全保存在本机，请换一个网络再试。</translation>
    </message>
    <message>
        <source>It does not know this computer. Please call the secretariat.</source>
        <translation>服务器不认识这台电脑，请致电秘书处。</translation>
    </message>
    <message>
        <source>This computer&apos;s key was revoked. Please call the secretariat.</source>
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
        <source>{folder}: a file stands there, or in the place of a folder above it. Nothing was changed; start the app with another folder (--profile), or move that file away.</source>
        <translation>{folder}：该位置或其上级文件夹的位置上已有一个文件。没有任何改动；请换一个文件夹启动软件（--profile），或移走该文件。</translation>
    </message>
    <message>
        <source>{folder}: the path is too long for this disk. Nothing was changed; start the app with a shorter one (--profile).</source>
        <translation>{folder}：该路径过长，磁盘无法使用。没有任何改动；请换一个较短的路径启动软件（--profile）。</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>口令不正确。</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard&apos;s language.</source>
        <translation>请检查大小写和键盘输入法。</translation>
    </message>
    <message>
        <source>Your passphrase is needed.</source>
        <translation>需要您的口令。</translation>
    </message>
    <message>
        <source>This desk was opened without it; signing and syncing ask for it once, until the app is closed. Nothing is lost: go on reading, or try again and type it.</source>
        <translation>工作台是在未输入口令的情况下打开的；签署和同步需要口令，软件关闭前只问一次。内容没有丢失：您可以继续阅读，也可以再试一次并输入口令。</translation>
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
        <source>The desk&apos;s files are damaged.</source>
        <translation>工作台的文件已损坏。</translation>
    </message>
    <message>
        <source>You may not write to {folder}. Nothing was changed; choose another folder, or change its permissions.</source>
        <translation>您没有写入{folder}的权限。没有任何改动；请换一个文件夹，或更改其权限。</translation>
    </message>
    <message>
        <source>There can be no folder at this path.</source>
        <translation>该路径无法用作文件夹。</translation>
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
        <source>Look for its window; two at once would get in each other&apos;s way.</source>
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
    <message>
        <source>This was signed by a newer version of the app.</source>
        <translation>这份内容由新版软件签署。</translation>
    </message>
    <message>
        <source>The server keeps it as it came, until it has the newer version too. Nothing is lost, and you need do nothing.</source>
        <translation>服务器原样保存，待其升级到新版后处理。没有任何内容丢失，您无需操作。</translation>
    </message>
    <message>
        <source>This computer&apos;s key was revoked before this arrived.</source>
        <translation>送达之前，这台电脑的密钥已被撤销。</translation>
    </message>
    <message>
        <source>It is kept and does not count until it is confirmed from another computer of yours. Please call the secretariat.</source>
        <translation>这份内容已保存，在您用另一台电脑确认之前不计入。请致电秘书处。</translation>
    </message>
    <message>
        <source>These answers do not fit the rubric of the round.</source>
        <translation>这些评分与本轮评分标准不符。</translation>
    </message>
    <message>
        <source>A mark is off its scale, or the rubric is another one. What you signed is kept with its receipt and does not count. Score the case again, or call the secretariat.</source>
        <translation>分数超出了分值范围，或使用了另一份评分标准。您签署的内容及其回执均已保存，但不计入。请重新评分，或致电秘书处。</translation>
    </message>
    <message>
        <source>You read another version of this case.</source>
        <translation>您阅读的是该案例的另一版本。</translation>
    </message>
    <message>
        <source>The application has been corrected. Your score is kept with its receipt; sync, read the new version, and amend your score.</source>
        <translation>申报材料已更正。您的评分及其回执均已保存；请同步、阅读新版本，然后修改评分。</translation>
    </message>
    <message>
        <source>This arrived after the round closed.</source>
        <translation>这份内容在本轮结束之后送达。</translation>
    </message>
    <message>
        <source>It is kept with its receipt and marked as late. The secretariat decides whether it counts, without seeing the score.</source>
        <translation>内容及其回执均已保存，并标记为迟到。是否计入由秘书处在不查看评分的情况下决定。</translation>
    </message>
    <message>
        <source>This case is not assigned to you.</source>
        <translation>该案例未分配给您。</translation>
    </message>
    <message>
        <source>What you signed is kept with its receipt and does not count. If you were asked to review the case, please call the secretariat.</source>
        <translation>您签署的内容及其回执均已保存，但不计入。如果确实请您评审该案例，请致电秘书处。</translation>
    </message>
    <message>
        <source>This was signed twice, perhaps on two computers.</source>
        <translation>同一项签署了两次，可能在两台电脑上。</translation>
    </message>
    <message>
        <source>Both are kept, and the first that arrived stands. If the other one should stand, please call the secretariat.</source>
        <translation>两份均已保存，以先送达的为准。如应以另一份为准，请致电秘书处。</translation>
    </message>
    <message>
        <source>The server cannot read what is in this packet.</source>
        <translation>服务器无法读取这份内容。</translation>
    </message>
    <message>
        <source>A field in it is unknown or does not fit. It is kept as it came, with its receipt, and does not count. Update the app, sign the case again, and tell the secretariat.</source>
        <translation>其中有未知或不符合要求的字段。已原样保存并有回执，但不计入。请更新软件、重新签署该案例，并告知秘书处。</translation>
    </message>
    <message>
        <source>This packet is for another programme.</source>
        <translation>这份内容属于另一个项目。</translation>
    </message>
    <message>
        <source>It is kept with its receipt, and nothing of it counts here. Open the desk of the other programme and sync there.</source>
        <translation>内容及其回执均已保存，但在此不计入。请打开另一项目的工作台，在那里同步。</translation>
    </message>
    <message>
        <source>What this does is not for your role, or not for this round now.</source>
        <translation>此项操作不属于您的角色，或本轮目前不能进行。</translation>
    </message>
    <message>
        <source>The words in this packet have nothing that can be read.</source>
        <translation>此内容中没有可读的文字。</translation>
    </message>
    <message>
        <source>It is kept with its receipt, and nothing was changed by it. Sign it again, in words that can be seen.</source>
        <translation>内容连同回执已保存，未因此作任何改变。请写明可见的文字后重新签署。</translation>
    </message>
    <message>
        <source>The server does not know the score that this replaces.</source>
        <translation>服务器没有这份内容所要替代的评分。</translation>
    </message>
    <message>
        <source>It is kept with its receipt and does not count; nothing else was changed. The round may not have been opened yet, may not be closed yet, or may be open again: sync, see how it stands, and sign again when it is time. If that does not explain it, please call the secretariat.</source>
        <translation>内容及其回执均已保存，但不计入；其他内容没有改变。该轮可能尚未开始、尚未截止或已重新开始：请同步并查看本轮状态，待可以进行时重新签署。如仍不明原因，请致电秘书处。</translation>
    </message>
    <message>
        <source>It is kept with its receipt and does not count. Sync, so that the earlier score arrives, and amend it again.</source>
        <translation>内容及其回执均已保存，但不计入。请同步，待先前的评分送达后再次修改。</translation>
    </message>
    <message>
        <source>You chose another score of yours on this case.</source>
        <translation>您在本案例上选择了自己的另一份评分。</translation>
    </message>
    <message>
        <source>Both are kept with their receipts, and the one that you chose counts. You need do nothing.</source>
        <translation>两份均已连同回执保存，计入的是您选定的那一份。您无需任何操作。</translation>
    </message>
    <message>
        <source>You said that this was not signed by you.</source>
        <translation>您已声明这份内容并非本人签署。</translation>
    </message>
    <message>
        <source>It is kept with its receipt and does not count. If it is yours after all, please call the secretariat.</source>
        <translation>内容已连同回执保存，不计入。如果确系本人签署，请致电秘书处。</translation>
    </message>
    <message>
        <source>The applicant withdrew this case before your score arrived.</source>
        <translation>您的评分到达之前，申报单位已撤回申报。</translation>
    </message>
    <message>
        <source>It is kept with its receipt and does not count, as nobody&apos;s score on this case does. You need do nothing.</source>
        <translation>评分连同回执一并保存，但不计入；此案例的所有评分均不计入。您无需操作。</translation>
    </message>
    <message>
        <source>This waits for a second member of staff.</source>
        <translation>此项等待第二名秘书处成员同意。</translation>
    </message>
    <message>
        <source>It is kept with its receipt, and nothing was changed yet. Another member of staff finds it on the secretariat&apos;s page after a sync, and agrees or declines there.</source>
        <translation>内容连同回执已保存，尚未作任何改变。另一名秘书处成员同步后可在秘书处页面上看到，并表示同意或不同意。</translation>
    </message>
    <message>
        <source>Two members of staff did not agree to this.</source>
        <translation>此项未获两名秘书处成员同意。</translation>
    </message>
    <message>
        <source>It was declined or taken back, the round was closed meanwhile, or the same person signed both. It is kept with its receipt, and nothing was changed by it.</source>
        <translation>请求未获同意或已收回、本轮已结束，或两次签署出自同一人。内容连同回执已保存，未因此作任何改变。</translation>
    </message>
    <message>
        <source>This computer&apos;s six words have not been read out yet.</source>
        <translation>本机的六个核对词尚未核对。</translation>
    </message>
    <message>
        <source>It is kept with its receipt, and will be judged as of its arrival once they are read. Please call the secretariat, and read out the six words under Your computers.</source>
        <translation>内容及其回执均已保存；核对之后，按送达时的情况判定是否计入。请致电秘书处，读出“您的电脑”页面上的六个核对词。</translation>
    </message>
    <message>
        <source>The secretariat has excluded this review.</source>
        <translation>秘书处决定不采用这份评审。</translation>
    </message>
    <message>
        <source>The reason is among the secretariat&apos;s messages. What you signed is kept with its receipt; if you disagree, please ask the secretariat.</source>
        <translation>理由见秘书处的通知。您签署的内容连同回执均已保存；如有异议，请向秘书处提出。</translation>
    </message>
    <message>
        <source>its disk is full</source>
        <translation>所在磁盘已满</translation>
    </message>
    <message>
        <source>its folder is read-only</source>
        <translation>所在文件夹为只读</translation>
    </message>
    <message>
        <source>you may not write in its folder</source>
        <translation>您无权写入所在文件夹</translation>
    </message>
    <message>
        <source>its folder is not there</source>
        <translation>所在文件夹不存在</translation>
    </message>
    <message>
        <source>another program has it open</source>
        <translation>文件正被其他程序打开</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>the disk did not take it</source>
        <translation>磁盘未能写入</translation>
    </message>
    <message>
        <source>Try another network.</source>
        <translation>请换一个网络再试。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time, then try again.</source>
        <translation>请检查本机的日期和时间，然后再试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Try again later, or ask the secretariat. ({code})</source>
        <translation>请稍后再试，或联系秘书处（{code}）。</translation>
    </message>
    <message>
        <source>Free some space on the disk of {folder}, and try again.</source>
        <translation>请在{folder}所在磁盘上腾出空间后再试。</translation>
    </message>
    <message>
        <source>{folder} could not be read or written: close the app and try again.</source>
        <translation>无法读写{folder}：请关闭软件后再试。</translation>
    </message>
    <message>
        <source>Nothing was set up yet, and the code can be used again.</source>
        <translation>本机尚未做任何设置，邀请码仍可使用。</translation>
    </message>
    <message>
        <source>Its name was not found: check the address, and whether this computer is online.</source>
        <translation>找不到该服务器名称：请检查地址，并确认本机已连接网络。</translation>
    </message>
    <message>
        <source>It does not answer: check the address, or try again later.</source>
        <translation>服务器没有应答：请检查地址，或稍后再试。</translation>
    </message>
    <message>
        <source>The proxy of this network did not let the connection through: try another network.</source>
        <translation>本网络的代理未放行该连接：请换一个网络再试。</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password: ask its administrator, or try another network.</source>
        <translation>本网络的代理要求用户名和密码：请询问网络管理员，或换一个网络再试。</translation>
    </message>
    <message>
        <source>What answers there makes no secure connection: check the address, or try another network.</source>
        <translation>该处的应答无法建立安全连接：请检查地址，或换一个网络再试。</translation>
    </message>
    <message>
        <source>The connection broke before an answer came: try again.</source>
        <translation>连接在收到应答之前中断：请再试一次。</translation>
    </message>
    <message>
        <source>A web page came instead, perhaps this network&apos;s sign-in page: open a browser, sign in there, and try again.</source>
        <translation>收到的是一个网页，可能是本网络的登录页面：请打开浏览器登录，然后再试。</translation>
    </message>
    <message>
        <source>A gateway in front of the server says that it is busy: try again in a few minutes.</source>
        <translation>服务器前的网关表示繁忙，请过几分钟再试。</translation>
    </message>
    <message>
        <source>The answer does not carry a server&apos;s signature and was not used: check the address, or try another network.</source>
        <translation>应答没有服务器签名，未予采用：请检查地址，或换一个网络再试。</translation>
    </message>
    <message>
        <source>This backup cannot be used.</source>
        <translation>此备份无法使用。</translation>
    </message>
    <message>
        <source>{name} is damaged, or another desk&apos;s. Nothing was changed; choose another backup.</source>
        <translation>{name}已损坏，或属于另一工作台。未作任何更改；请另选一份备份。</translation>
    </message>
    <message>
        <source>This desk is an earlier copy of itself.</source>
        <translation>此工作台是其较早的副本。</translation>
    </message>
    <message>
        <source>Signed since then and not in it: {packets}; typed since then: {drafts}. What the server has receipted is safe there. Restore the newest backup, or go on from here; nothing is signed before you choose.</source>
        <translation>此后签署而不在其中的：{packets}份；此后录入的：{drafts}次。服务器已出具回执的内容在服务器上安全保存。请恢复最新的备份，或由此继续；在您选择之前不会签署任何内容。</translation>
    </message>
    <message>
        <source>The desk is still in use.</source>
        <translation>工作台仍在使用中。</translation>
    </message>
    <message>
        <source>Nothing was changed. Close the other window or program, try again.</source>
        <translation>未作任何更改。请关闭另一窗口或程序后重试。</translation>
    </message>
    <message>
        <source>Not everything that you signed has a receipt.</source>
        <translation>您签署的内容尚未全部收到回执。</translation>
    </message>
    <message>
        <source>Without a receipt: {waiting}. Sync first, or save the hand-in file; until then everything stays on this computer.</source>
        <translation>尚无回执：{waiting}份。请先同步，或保存交付文件；在此之前所有内容都保留在本机。</translation>
    </message>
    <message>
        <source>Round {number} was closed on this computer.</source>
        <translation>第{number}轮已在本机结束。</translation>
    </message>
    <message>
        <source>Its cases are not fetched again; your receipts are kept.</source>
        <translation>不再获取该轮的案例；您的回执仍保留在此。</translation>
    </message>
    <message>
        <source>This programme keeps no recovery key.</source>
        <translation>本项目未设恢复密钥。</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep your passphrase safe: nobody else can open this desk.</source>
        <translation>未作任何更改。请妥善保管口令：其他任何人都无法打开此工作台。</translation>
    </message>
    <message>
        <source>The desk was not recovered.</source>
        <translation>工作台未能恢复。</translation>
    </message>
    <message>
        <source>The desk stays as it was, with all that is in it.</source>
        <translation>工作台及其中全部内容保持原样。</translation>
    </message>
    <message>
        <source>Its key was not left with the programme, so only the passphrase opens.</source>
        <translation>其密钥未交由项目托管，因此只有口令才能打开。</translation>
    </message>
    <message>
        <source>No recovery was asked for here; make a request first.</source>
        <translation>此处未曾申请恢复；请先生成恢复申请。</translation>
    </message>
    <message>
        <source>This file is not a recovery answer, or it is damaged.</source>
        <translation>此文件不是恢复答复，或已损坏。</translation>
    </message>
    <message>
        <source>This file answers another request; take the newest one.</source>
        <translation>此文件答复的是另一份申请；请使用最新的答复。</translation>
    </message>
    <message>
        <source>The key in this file does not open this desk.</source>
        <translation>此文件中的密钥无法打开此工作台。</translation>
    </message>
    <message>
        <source>The code is another person&apos;s; ask the secretariat for one of your own.</source>
        <translation>此邀请码属于他人；请向秘书处索取您本人的邀请码。</translation>
    </message>
    <message>
        <source>{name} is not for this desk.</source>
        <translation>{name}不是发给本评审端的。</translation>
    </message>
    <message>
        <source>{name} is not needed any more.</source>
        <translation>{name}已不再需要。</translation>
    </message>
    <message>
        <source>{name} cannot be used.</source>
        <translation>无法使用{name}。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>It is a hand-in file: send it to the secretariat.</source>
        <translation>这是交付文件：请发送给秘书处。</translation>
    </message>
    <message>
        <source>It belongs to another programme.</source>
        <translation>它属于另一个项目。</translation>
    </message>
    <message>
        <source>It was made for another person; tell the secretariat.</source>
        <translation>它是为另一个人生成的；请告知秘书处。</translation>
    </message>
    <message>
        <source>It was made for another computer, or before this one was set up: open it there, or ask the secretariat for a new one.</source>
        <translation>它是为另一台电脑生成的，或生成于本机注册之前：请在那台电脑上打开，或向秘书处索取新文件。</translation>
    </message>
    <message>
        <source>It holds an older batch than the one that is here.</source>
        <translation>其中的案例批次比本机已有的旧。</translation>
    </message>
    <message>
        <source>Its round was closed on this computer.</source>
        <translation>该轮评审已在本机结束。</translation>
    </message>
    <message>
        <source>It is neither a batch nor receipts.</source>
        <translation>它既不是案例批次，也不是回执文件。</translation>
    </message>
    <message>
        <source>It cannot be read; is the medium still there?</source>
        <translation>无法读取；存储介质是否仍已连接？</translation>
    </message>
    <message>
        <source>Its end is missing; ask for it again.</source>
        <translation>文件不完整，缺少结尾；请对方重发。</translation>
    </message>
    <message>
        <source>It was damaged on the way; ask for it again, best as an attachment.</source>
        <translation>文件在传送中损坏；请对方重发，最好作为附件。</translation>
    </message>
    <message>
        <source>It is one part of several; choose all parts at the same time.</source>
        <translation>这只是其中一部分；请同时选择所有部分。</translation>
    </message>
    <message>
        <source>Another program has packed it anew; ask for it as it was sent.</source>
        <translation>文件被其他程序重新打包；请索取原文件。</translation>
    </message>
    <message>
        <source>It is larger than any such file can be.</source>
        <translation>文件过大，不可能是此类文件。</translation>
    </message>
    <message>
        <source>A newer version of this app reads it; please install it.</source>
        <translation>需要新版应用才能读取；请安装新版。</translation>
    </message>
    <message>
        <source>It does not come from the programme&apos;s server, or was changed; tell the secretariat.</source>
        <translation>它不是来自本项目的服务器，或已被改动；请告知秘书处。</translation>
    </message>
    <message>
        <source>Texts that it names are not in it; ask the secretariat for a new one.</source>
        <translation>其中缺少所列的文本；请向秘书处索取新文件。</translation>
    </message>
</context>
</TS>
