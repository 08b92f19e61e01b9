<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About KPI Desk</source>
        <translation>关于 KPI Desk</translation>
    </message>
    <message>
        <source>Run the published examples</source>
        <translation>运行公开算例</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>安装情况</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>The mark of KPI Desk</source>
        <translation>KPI Desk 的标志</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>复制这些信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drop your spreadsheets, get every growth figure right: computed, explained, ready for the slide.</source>
        <translation>放入电子表格，每个增长指标都算得准确、讲得清楚，可直接放进幻灯片。</translation>
    </message>
    <message>
        <source>It works on this computer alone. It opens no connection, and sends nothing to anybody.</source>
        <translation>一切只在这台电脑上进行：不建立任何网络连接，不向任何人发送任何内容。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>采用 MIT 许可证的自由软件。</translation>
    </message>
    <message>
        <source>Licences of everything that is shipped</source>
        <translation>随附全部组件的许可证</translation>
    </message>
</context>
<context>
    <name>AddPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation>搜索专题</translation>
    </message>
    <message>
        <source>Click to write.</source>
        <translation>点击后书写。</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>不拆分</translation>
    </message>
    <message>
        <source>Add to the board</source>
        <translation>添加到仪表盘</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>柱形</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Search KPIs</source>
        <translation>搜索指标</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>拆分依据</translation>
    </message>
</context>
<context>
    <name>BoardButtons</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Edit board</source>
        <translation>编辑仪表盘</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>BoardEditing</name>
    <message>
        <source>New board</source>
        <translation>新仪表盘</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name}（副本）</translation>
    </message>
</context>
<context>
    <name>BoardTiles</name>
    <message>
        <source>Computing</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>By {attribute}</source>
        <translation>按{attribute}</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
</context>
<context>
    <name>CauseBlock</name>
    <message>
        <source>The periods that are furthest apart, and why</source>
        <translation>差额最大的几期及其原因</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部周期</translation>
    </message>
</context>
<context>
    <name>ChartPick</name>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>All segments again</source>
        <translation>恢复全部细分</translation>
    </message>
    <message>
        <source>Only {segment}</source>
        <translation>只看“{segment}”</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>回到当前</translation>
    </message>
    <message>
        <source>Show as of {period}</source>
        <translation>查看截至 {period} 的数据</translation>
    </message>
    <message>
        <source>Click: all segments again</source>
        <translation>单击：恢复全部细分</translation>
    </message>
    <message>
        <source>Click: only {segment}</source>
        <translation>单击：只看“{segment}”</translation>
    </message>
</context>
<context>
    <name>ChartTile</name>
    <message>
        <source>Table, copies, exports</source>
        <translation>表格、复制与导出</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>显示为图表</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>写备注…</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>导出 PNG 图片…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>导出 SVG 图片…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出 CSV 文件…</translation>
    </message>
    <message>
        <source>Picture for a slide…</source>
        <translation>用于幻灯片的图片…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Slide, workbook, document…</source>
        <translation>幻灯片、工作簿、文档…</translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation>放到仪表盘</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>What happened in {period}?</source>
        <translation>{period}发生了什么？</translation>
    </message>
    <message>
        <source>Note at {period}</source>
        <translation>{period}的备注</translation>
    </message>
</context>
<context>
    <name>CheckupView</name>
    <message>
        <source>To mend</source>
        <translation>需修正</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>供参考</translation>
    </message>
    <message>
        <source>Nothing to mend was found: no repeated rows, no orphans, no gaps in time.</source>
        <translation>未发现需修正之处：没有重复行，没有无主记录，时间上没有缺口。</translation>
    </message>
</context>
<context>
    <name>ChoicePopover</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>CohortsPage</name>
    <message>
        <source>{n} in {cohorts} {cohorts|cohort|cohorts}</source>
        <translation>{cohorts} 个同期群，共 {n}</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Revenue, net</source>
        <translation>净收入</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Of each customer no more than at the start</source>
        <translation>每位客户最多计到起始金额</translation>
    </message>
    <message>
        <source>With expansion: may grow above the start</source>
        <translation>含扩展：可高于起始金额</translation>
    </message>
    <message>
        <source>From {start}, age {age}</source>
        <translation>{start} 起，第 {age} 期</translation>
    </message>
    <message>
        <source>Age {age}</source>
        <translation>第 {age} 期</translation>
    </message>
    <message>
        <source>MRR kept</source>
        <translation>留存 MRR</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Who is in a cohort</source>
        <translation>同期群成员</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing is called “{typed}”.</source>
        <translation>没有叫“{typed}”的内容。</translation>
    </message>
</context>
<context>
    <name>CommentsTile</name>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>{n} of {total} {total|comment|comments}</source>
        <translation>共 {total} 条评论，显示 {n} 条</translation>
    </message>
    <message>
        <source>All releases</source>
        <translation>所有版本</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation>推荐者</translation>
    </message>
    <message>
        <source>Passives</source>
        <translation>被动者</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>贬损者</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词语</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Duplicate this scenario, or begin a new one, to see two side by side.</source>
        <translation>复制这个情景或新建一个情景，即可并排比较。</translation>
    </message>
    <message>
        <source>Scenarios stand side by side here.</source>
        <translation>各情景将在此并排显示。</translation>
    </message>
    <message>
        <source>Move a driver or take one of the ready changes, then duplicate that scenario and change it again.</source>
        <translation>调整驱动因素或选用现成的变动，再复制该情景并另作修改。</translation>
    </message>
    <message>
        <source>What they come to</source>
        <translation>各情景的结果</translation>
    </message>
    <message>
        <source>in the last complete period</source>
        <translation>最近一个完整周期</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>vs</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Add a segment</source>
        <translation>添加细分</translation>
    </message>
    <message>
        <source>Compare with another profile</source>
        <translation>与另一口径对比</translation>
    </message>
    <message>
        <source>Standard profile</source>
        <translation>标准口径</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} 个值</translation>
    </message>
    <message>
        <source>Find a period</source>
        <translation>查找周期</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>none set yet</source>
        <translation>尚未设定</translation>
    </message>
    <message>
        <source>No column to segment by yet</source>
        <translation>还没有可用于细分的列</translation>
    </message>
    <message>
        <source>Find a segment</source>
        <translation>查找细分</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Find a table</source>
        <translation>查找数据表</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>查找字段</translation>
    </message>
    <message>
        <source>Find a way to read it</source>
        <translation>查找读取方式</translation>
    </message>
    <message>
        <source>{n} of {all} unreadable</source>
        <translation>{all} 个中有 {n} 个无法读取</translation>
    </message>
    <message>
        <source>Row {row} is the header</source>
        <translation>第 {row} 行是标题行</translation>
    </message>
    <message>
        <source>The header is in rows {first} to {last}</source>
        <translation>标题在第 {first} 至 {last} 行</translation>
    </message>
    <message>
        <source>There is no header row</source>
        <translation>没有标题行</translation>
    </message>
    <message>
        <source>Rows with “{label}” are data</source>
        <translation>“{label}”行是数据</translation>
    </message>
    <message>
        <source>Rows with “{label}” are totals</source>
        <translation>“{label}”行是合计</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>You can compute</source>
        <translation>可以计算</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚不能计算</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What it stands on, or lacks</source>
        <translation>依据或缺少的数据</translation>
    </message>
    <message>
        <source>{n} of {all} KPIs can be computed from your data</source>
        <translation>现有数据可计算 {all} 个指标中的 {n} 个</translation>
    </message>
    <message>
        <source>{n} {n|KPI|KPIs}</source>
        <translation>{n} 个指标</translation>
    </message>
    <message>
        <source>read from a monthly sheet</source>
        <translation>取自月度表</translation>
    </message>
    <message>
        <source>computed from rows</source>
        <translation>由明细行计算</translation>
    </message>
    <message>
        <source>a sheet of {table}: {fields}</source>
        <translation>一张“{table}”表：{fields}</translation>
    </message>
    <message>
        <source>in {table}: {fields}</source>
        <translation>“{table}”中的{fields}</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>不缺任何数据。</translation>
    </message>
    <message>
        <source>A sheet of {table}</source>
        <translation>一张“{table}”表</translation>
    </message>
    <message>
        <source>Another sheet of {table}</source>
        <translation>再导入一张“{table}”表</translation>
    </message>
    <message>
        <source>More columns in {table}</source>
        <translation>为“{table}”补充列</translation>
    </message>
    <message>
        <source>with {fields}</source>
        <translation>含{fields}</translation>
    </message>
    <message>
        <source>gives {n} {n|KPI|KPIs}: {names}</source>
        <translation>可得 {n} 个指标：{names}</translation>
    </message>
    <message>
        <source>helps {n} {n|KPI|KPIs} that need something else, too</source>
        <translation>有助于 {n} 个还需其他数据的指标</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>获取模板</translation>
    </message>
    <message>
        <source>Looking at what your data give</source>
        <translation>正在查看数据能算出什么</translation>
    </message>
    <message>
        <source>Add one thing</source>
        <translation>补充一项即可</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>What can I compute</source>
        <translation>能算什么</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>KPI Desk met an error of its own</source>
        <translation>KPI Desk 自身发生错误</translation>
    </message>
    <message>
        <source>Your files and your workspace are as they were. The report holds no cell values:</source>
        <translation>文件和工作区保持原样。报告不含任何单元格内容：</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>CustomEditor</name>
    <message>
        <source>Such as mrr / active_customers or revenue / previous(revenue) - 1</source>
        <translation>例如 mrr / active_customers 或 revenue / previous(revenue) - 1</translation>
    </message>
    <message>
        <source>A name and a formula without errors are needed.</source>
        <translation>需要名称和无误的公式。</translation>
    </message>
    <message>
        <source>The target is no number.</source>
        <translation>目标不是数字。</translation>
    </message>
    <message>
        <source>Place {place}: {problem} {hint}</source>
        <translation>第 {place} 个字符：{problem}{hint}</translation>
    </message>
    <message>
        <source>Good: it gives {unit}. Its id is {name}.</source>
        <translation>公式有效，结果单位为 {unit}，标识为 {name}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Good is</source>
        <translation>较好的方向</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Its unit</source>
        <translation>自身单位</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>More</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>不分高低</translation>
    </message>
    <message>
        <source>New KPI</source>
        <translation>新建指标</translation>
    </message>
    <message>
        <source>Your KPI</source>
        <translation>自定义指标</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Search boards</source>
        <translation>搜索仪表盘</translation>
    </message>
    <message>
        <source>Your key figures will stand here.</source>
        <translation>关键指标将显示在这里。</translation>
    </message>
    <message>
        <source>Import spreadsheets of customers, subscriptions, orders or spend, or look at the sample company.</source>
        <translation>导入客户、订阅、订单或支出的表格，或查看示例公司。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>{files} {files|file|files}, {sheets} {sheets|sheet|sheets}, {rows} rows</source>
        <translation>{files} 个文件，{sheets} 个工作表，{rows} 行</translation>
    </message>
    <message>
        <source>Import review</source>
        <translation>导入核对</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>{n} {n|table|tables}</source>
        <translation>{n} 个数据表</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Your tables will stand here.</source>
        <translation>数据表将显示在这里。</translation>
    </message>
    <message>
        <source>XLSX, XLS, ODS, CSV and more. Drop them anywhere on the window; nothing leaves this computer.</source>
        <translation>XLSX、XLS、ODS、CSV 等。拖放到窗口任意位置即可；数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>Check-up ({n})</source>
        <translation>体检（{n}）</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>What can I compute</source>
        <translation>能算什么</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变动报告</translation>
    </message>
</context>
<context>
    <name>DefinitionPanel</name>
    <message>
        <source>Rows behind it</source>
        <translation>明细行</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>影响的指标</translation>
    </message>
</context>
<context>
    <name>DriverPanel</name>
    <message>
        <source>Everybody</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Baseline: {period}, the last complete period</source>
        <translation>基准：最近完整周期 {period}</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>驱动因素</translation>
    </message>
    <message>
        <source>New customers lost per 1% of price, in %</source>
        <translation>价格每涨 1%，新客户减少（%）</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
</context>
<context>
    <name>DriverTree</name>
    <message>
        <source>Drivers, down to segments</source>
        <translation>驱动因素，细至各细分</translation>
    </message>
    <message>
        <source>The change, split by driver; below a driver, its own part by segment</source>
        <translation>变化按驱动因素拆分；每个驱动因素下是它自身部分按细分的拆分</translation>
    </message>
</context>
<context>
    <name>DropPlate</name>
    <message>
        <source>Drop to open {name}</source>
        <translation>松开以打开 {name}</translation>
    </message>
    <message>
        <source>Drop to import {n} {n|file|files}</source>
        <translation>松开以导入 {n} 个文件</translation>
    </message>
</context>
<context>
    <name>FigureTableTile</name>
    <message>
        <source>Copy, export</source>
        <translation>复制、导出</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出 CSV 文件…</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.kpidesk)</source>
        <translation>工作区 (*.kpidesk)</translation>
    </message>
    <message>
        <source>Spreadsheets and tables ({endings});;All files (*)</source>
        <translation>电子表格与数据表 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作区另存为</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>{count}: {names}</source>
        <translation>{count}：{names}</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Go to {place}</source>
        <translation>转到 {place}</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}，第 {row} 行</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 项</translation>
    </message>
    <message>
        <source>Nothing to look at. If a row further down cannot be read, the import will say so.</source>
        <translation>没有需要查看的。更靠后的行若有无法读取之处，会在导入后说明。</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} 项待核对</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
</context>
<context>
    <name>FunnelPage</name>
    <message>
        <source>Step by step</source>
        <translation>逐步明细</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>同期群</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Those who came in during the period, and where they are now</source>
        <translation>本期进入的人，以及现在到了哪一步</translation>
    </message>
    <message>
        <source>What happened during the period, whenever they came in</source>
        <translation>本期发生的，不论何时进入</translation>
    </message>
</context>
<context>
    <name>GoalPanel</name>
    <message>
        <source>Or {driver} of {value}.</source>
        <translation>或{driver}为 {value}。</translation>
    </message>
    <message>
        <source>Or {driver} of {value}, or {more}.</source>
        <translation>或{driver}为 {value}，或 {more}。</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>采用 {value}</translation>
    </message>
    <message>
        <source>{driver}: {target} does not depend on it.</source>
        <translation>{driver}：{target}与它无关。</translation>
    </message>
    <message>
        <source>{driver} cannot bring it there: at {value} {target} is {achieved}.</source>
        <translation>仅靠{driver}达不到：为 {value} 时，{target}为 {achieved}。</translation>
    </message>
    <message>
        <source>{driver} of {value} brings {target} to {goal} (now {now}).</source>
        <translation>{driver}为 {value} 即可使{target}达到 {goal}（现为 {now}）。</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>Goal seek</source>
        <translation>目标反推</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>使</translation>
    </message>
    <message>
        <source>to</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>by</source>
        <translation>需变动</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标值</translation>
    </message>
</context>
<context>
    <name>JobArea</name>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>{job} {percent}%</source>
        <translation>{job} {percent}%</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{n} jobs</source>
        <translation>{n} 项任务</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Chart: its table</source>
        <translation>图表：显示为表格</translation>
    </message>
    <message>
        <source>Chart: write a note at the crosshair</source>
        <translation>图表：在十字线处写备注</translation>
    </message>
    <message>
        <source>Chart: move the crosshair</source>
        <translation>图表：移动十字线</translation>
    </message>
    <message>
        <source>Chart: rows behind it</source>
        <translation>图表：查看明细行</translation>
    </message>
    <message>
        <source>Chart: one of its segments</source>
        <translation>图表：选择其中一个细分</translation>
    </message>
    <message>
        <source>Chart: all as of this period, or only this segment</source>
        <translation>图表：查看截至该期间的数据，或只看该细分</translation>
    </message>
    <message>
        <source>Chart: back to the present, to all segments</source>
        <translation>图表：回到当前、恢复全部细分</translation>
    </message>
    <message>
        <source>Chart: zoom in, out, or show all</source>
        <translation>图表：放大、缩小、全部</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
</context>
<context>
    <name>KpiButtons</name>
    <message>
        <source>As a card</source>
        <translation>作为卡片</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>作为图表</translation>
    </message>
    <message>
        <source>Halve it</source>
        <translation>试算减半</translation>
    </message>
    <message>
        <source>New KPI</source>
        <translation>新建指标</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All KPIs</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Add to board</source>
        <translation>放到仪表盘</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Compare sources</source>
        <translation>对比来源</translation>
    </message>
</context>
<context>
    <name>KpiDetail</name>
    <message>
        <source>By period</source>
        <translation>按周期</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>按细分</translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation>明细行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>明细行</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>KpiHead</name>
    <message>
        <source>could be noise</source>
        <translation>可能只是波动</translation>
    </message>
    <message>
        <source>Set the target and the limits</source>
        <translation>设定目标和警戒线</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>不高于 {value}</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>不低于 {value}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>样本量</translation>
    </message>
</context>
<context>
    <name>KpisPage</name>
    <message>
        <source>KPIs</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
</context>
<context>
    <name>LoadingView</name>
    <message>
        <source>{step} ({done} of {of})</source>
        <translation>{step}（{done} / {of}）</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read and recognise</source>
        <translation>读取与识别</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New workspace</source>
        <translation>新工作区</translation>
    </message>
    <message>
        <source>Search KPIs, pages, actions</source>
        <translation>搜索指标、页面、操作</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Show the panel</source>
        <translation>显示面板</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>looking them up</source>
        <translation>正在查找</translation>
    </message>
</context>
<context>
    <name>MetricBrowser</name>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All KPIs</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>查找指标</translation>
    </message>
    <message>
        <source>With a value</source>
        <translation>有数值</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>MovementsPage</name>
    <message>
        <source>By period</source>
        <translation>按周期</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>按细分</translation>
    </message>
    <message>
        <source>{kind}, {span}</source>
        <translation>{kind}，{span}</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 变化</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>最近一期</translation>
    </message>
    <message>
        <source>Last 3 periods</source>
        <translation>最近 3 期</translation>
    </message>
    <message>
        <source>Last 12 periods</source>
        <translation>最近 12 期</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部周期</translation>
    </message>
</context>
<context>
    <name>NewsStrip</name>
    <message>
        <source>What changed since {period}</source>
        <translation>{period}以来的变化</translation>
    </message>
    <message>
        <source>No figure of this board left its usual course.</source>
        <translation>此仪表盘没有指标超出平常的起伏。</translation>
    </message>
    <message>
        <source>No figure of this board left its usual swings, but the furthest, {name} ({change}), is at its lowest in {n} periods.</source>
        <translation>此仪表盘没有指标超出平常的起伏，但偏离最多的{name}（{change}）是 {n} 期以来的最低值。</translation>
    </message>
    <message>
        <source>No figure of this board left its usual swings, but the furthest, {name} ({change}), is at its highest in {n} periods.</source>
        <translation>此仪表盘没有指标超出平常的起伏，但偏离最多的{name}（{change}）是 {n} 期以来的最高值。</translation>
    </message>
    <message>
        <source>See all {n}</source>
        <translation>查看全部 {n} 项</translation>
    </message>
    <message>
        <source>No figure of this board left its usual swings: even the furthest, {name} ({change}), is within them.</source>
        <translation>此仪表盘没有指标超出平常的起伏：偏离最多的{name}（{change}）也在其中。</translation>
    </message>
    <message>
        <source>Changes in colour are more than chance, but no more than these figures usually move.</source>
        <translation>有颜色的变化不只是偶然，但没有超出这些指标平常的起伏。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>NoticesPresenter</name>
    <message>
        <source>{n} earlier {n|notice|notices}</source>
        <translation>另有 {n} 条较早的通知</translation>
    </message>
</context>
<context>
    <name>NumbersOrLack</name>
    <message>
        <source>Your data do not give this yet: {name}</source>
        <translation>现有数据还算不出此指标：{name}</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>获取模板</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Order mix</source>
        <translation>购买构成</translation>
    </message>
    <message>
        <source>Groups of buyers</source>
        <translation>买家分群</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture for a slide</source>
        <translation>用于幻灯片的图片</translation>
    </message>
    <message>
        <source>Full slide</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Half a slide</source>
        <translation>半页</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>查找指标</translation>
    </message>
    <message>
        <source>{n} {n|KPI differs|KPIs differ} in {period}; the reasons sum to the difference</source>
        <translation>{period} 有 {n} 个指标不同；各原因之和即为差额</translation>
    </message>
    <message>
        <source>Both give the same figures in {period}</source>
        <translation>{period} 两种口径的数字相同</translation>
    </message>
    <message>
        <source>Only “{source}” gives it: there is nothing to hold against</source>
        <translation>只有“{source}”能给出：没有可对比的来源</translation>
    </message>
    <message>
        <source>No table gives it by itself</source>
        <translation>没有一个表能单独给出它</translation>
    </message>
    <message>
        <source>“{source}” counts; {apart} of {n} {n|period is|periods are} more than 1% apart</source>
        <translation>以“{source}”为准；{n} 期中有 {apart} 期相差超过 1%</translation>
    </message>
    <message>
        <source>one tells each month what the other tells a month later</source>
        <translation>一个来源每月给出的数字，另一个晚一个月才给出</translation>
    </message>
    <message>
        <source>{met} of {n} published examples are met, on this computer, just now</source>
        <translation>刚在本机运行：{n} 个公开算例中有 {met} 个相符</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>{ours} and {theirs}: computing</source>
        <translation>{ours}与{theirs}：正在计算</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
    <message>
        <source>Choose another profile to hold against it.</source>
        <translation>可另选一种口径作比较。</translation>
    </message>
    <message>
        <source>sources side by side: computing</source>
        <translation>各来源并列：正在计算</translation>
    </message>
    <message>
        <source>Choose another KPI, or import a second table that tells the same.</source>
        <translation>可另选一个指标，或再导入一张能得出同一数值的表。</translation>
    </message>
    <message>
        <source>running them now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Two profiles</source>
        <translation>两种口径</translation>
    </message>
    <message>
        <source>Two sources</source>
        <translation>两个来源</translation>
    </message>
    <message>
        <source>Published examples</source>
        <translation>公开算例</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>other definitions, other sources, published examples</source>
        <translation>其他口径、其他来源、公开算例</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>算例</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动因素</translation>
    </message>
</context>
<context>
    <name>RangeChips</name>
    <message>
        <source>own history</source>
        <translation>自身历史</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>±{share}</source>
        <translation>±{share}</translation>
    </message>
    <message>
        <source>triangular</source>
        <translation>三角分布</translation>
    </message>
    <message>
        <source>least, likely, most</source>
        <translation>最小、最可能、最大</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>mean, deviation</source>
        <translation>均值、标准差</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>对数正态分布</translation>
    </message>
    <message>
        <source>median, deviation of the log</source>
        <translation>中位数、对数标准差</translation>
    </message>
</context>
<context>
    <name>RangesView</name>
    <message>
        <source>How likely is</source>
        <translation>有多大可能</translation>
    </message>
    <message>
        <source>at</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>ReportEditing</name>
    <message>
        <source>New page</source>
        <translation>新页面</translation>
    </message>
    <message>
        <source>Click to write.</source>
        <translation>单击以输入文字。</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>a sentence for each KPI</source>
        <translation>每个指标一句话</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>指标卡</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>shown while one is on</source>
        <translation>启用情景时显示</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Refresh slides…</source>
        <translation>更新幻灯片…</translation>
    </message>
    <message>
        <source>new numbers, your edits stay</source>
        <translation>换上新数字，保留修改</translation>
    </message>
    <message>
        <source>All on one page…</source>
        <translation>全部放在一页…</translation>
    </message>
    <message>
        <source>a sheet of A4 to print</source>
        <translation>一张可打印的 A4</translation>
    </message>
    <message>
        <source>Save a recipe…</source>
        <translation>保存配方…</translation>
    </message>
    <message>
        <source>next month in one line</source>
        <translation>下个月一行命令完成</translation>
    </message>
    <message>
        <source>Slides (*.pptx *.potx)</source>
        <translation>幻灯片 (*.pptx *.potx)</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>查找指标</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>柱形图</translation>
    </message>
    <message>
        <source>MRR movements</source>
        <translation>MRR 变动</translation>
    </message>
    <message>
        <source>by {attribute}</source>
        <translation>按{attribute}</translation>
    </message>
    <message>
        <source>Refresh slides</source>
        <translation>更新幻灯片</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Shown with a scenario</source>
        <translation>启用情景时显示</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>The data do not tell this</source>
        <translation>现有数据无法得出</translation>
    </message>
    <message>
        <source>the pages of your deck</source>
        <translation>演示文稿的各页</translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>添加页面</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月更新</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>报告页面</translation>
    </message>
    <message>
        <source>Slides and workbooks made of your charts, with native tables and formulas.</source>
        <translation>由图表生成的幻灯片与工作簿，含原生表格与公式。</translation>
    </message>
    <message>
        <source>Needs a chart or a card to put on a slide.</source>
        <translation>需要一个图表或卡片放到幻灯片上。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Choose a template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>整份报告</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>页面标题</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>页面文字</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>报告标题</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Take out of the report</source>
        <translation>从报告中移除</translation>
    </message>
    <message>
        <source>Stand-ins for customers</source>
        <translation>客户名称用代号</translation>
    </message>
</context>
<context>
    <name>RestatementView</name>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>{n} past {n|figure|figures} changed</source>
        <translation>{n} 个历史数值有变动</translation>
    </message>
    <message>
        <source>The rows behind a figure are named at the last period of the first KPIs.</source>
        <translation>仅在前几个指标的最近一期列出对应的明细行。</translation>
    </message>
    <message>
        <source>No past figure changed</source>
        <translation>历史数值没有变化</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>What</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>{added} rows added, {changed} changed, {removed} removed</source>
        <translation>新增 {added} 行，修改 {changed} 行，删除 {removed} 行</translation>
    </message>
    <message>
        <source>The rows that did it</source>
        <translation>引起变动的行</translation>
    </message>
    <message>
        <source>{row} and {n} more</source>
        <translation>{row} 及另外 {n} 行</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Figures that changed</source>
        <translation>有变动的数值</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Import {n} {n|table|tables}</source>
        <translation>导入 {n} 个数据表</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>{taken} of {all} to import</source>
        <translation>共 {all} 张，导入 {taken} 张</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} 项待核对</translation>
    </message>
    <message>
        <source>Read it like this</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>No table is chosen: say what a sheet is, or take it in.</source>
        <translation>未选任何表：请指定工作表的类型，或将其纳入。</translation>
    </message>
    <message>
        <source>No KPI can be computed from these tables yet: say what a sheet is.</source>
        <translation>这些表还算不出指标：请指定工作表的类型。</translation>
    </message>
    <message>
        <source>Up to {n} KPIs can be computed after this import.</source>
        <translation>导入后最多可计算 {n} 个指标。</translation>
    </message>
    <message>
        <source>Up to {n} KPIs can be computed after this import, {more} of them thanks to this table.</source>
        <translation>导入后最多可计算 {n} 个指标，其中 {more} 个来自此表。</translation>
    </message>
    <message>
        <source>Why “{header}” was read so</source>
        <translation>为何这样读取“{header}”</translation>
    </message>
    <message>
        <source>No role fits it; it is kept to segment by.</source>
        <translation>没有合适的字段，保留用于细分。</translation>
    </message>
    <message>
        <source>Why the sheet was read so</source>
        <translation>为何这样读取此表</translation>
    </message>
    <message>
        <source>Nothing is changed in your files. You can undo the import.</source>
        <translation>文件不会被改动，导入可以撤销。</translation>
    </message>
    <message>
        <source>Read files like this the same way from now on</source>
        <translation>以后同类文件照此读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total of {shown} {n|row|rows}</source>
        <translation>{shown} 行合计</translation>
    </message>
    <message>
        <source>Copied {shown} {n|row|rows}</source>
        <translation>已复制 {shown} 行</translation>
    </message>
    <message>
        <source>Copied the first {shown} of {total} rows: more at once is too much for the clipboard</source>
        <translation>已复制 {total} 行中的前 {shown} 行：剪贴板一次容不下更多</translation>
    </message>
    <message>
        <source>{shown} of {total} rows</source>
        <translation>{total} 行中的 {shown} 行</translation>
    </message>
    <message>
        <source>{total} {n|row|rows}</source>
        <translation>{total} 行</translation>
    </message>
    <message>
        <source>by {column}, falling</source>
        <translation>按{column}降序</translation>
    </message>
    <message>
        <source>by {column}, rising</source>
        <translation>按{column}升序</translation>
    </message>
    <message>
        <source>not all rows are here, so nothing is totalled</source>
        <translation>未列出全部行，因此不作合计</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>All rows, in their first order</source>
        <translation>全部行，按原来的顺序</translation>
    </message>
</context>
<context>
    <name>ScenarioBar</name>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>新建情景</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>情景名称</translation>
    </message>
</context>
<context>
    <name>ScenarioPage</name>
    <message>
        <source>{n} {n|driver|drivers} changed</source>
        <translation>已更改 {n} 个驱动因素</translation>
    </message>
    <message>
        <source>nothing changed yet</source>
        <translation>尚未更改</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Move churn, price or cost and see what LTV/CAC becomes.</source>
        <translation>调整流失率、价格或成本，查看 LTV/CAC 的变化。</translation>
    </message>
    <message>
        <source>Needs subscriptions, or a sheet of monthly figures.</source>
        <translation>需要订阅数据，或一张月度指标表。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
</context>
<context>
    <name>ScenarioView</name>
    <message>
        <source>What moves it</source>
        <translation>影响因素</translation>
    </message>
    <message>
        <source>Goal seek</source>
        <translation>目标反推</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Two drivers</source>
        <translation>两个因素</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>SegmentPick</name>
    <message>
        <source>Click: all segments again</source>
        <translation>单击：恢复全部细分</translation>
    </message>
    <message>
        <source>Click: only {segment}</source>
        <translation>单击：只看“{segment}”</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>此工作区</translation>
    </message>
    <message>
        <source>These rules hold for all KPIs at once and are saved with the workspace.</source>
        <translation>这些规则立即适用于所有指标，并随工作区保存。</translation>
    </message>
</context>
<context>
    <name>SheetList</name>
    <message>
        <source>Sheet {name}</source>
        <translation>工作表 {name}</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Rows that were not looked at are not shown here; they are loaded all the same.</source>
        <translation>未查看的行不在此显示，但同样会载入。</translation>
    </message>
    <message>
        <source>cannot be read, stays empty</source>
        <translation>无法读取，留空</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>was {baseline}</source>
        <translation>原为 {baseline}</translation>
    </message>
    <message>
        <source>usually {range}</source>
        <translation>通常 {range}</translation>
    </message>
    <message>
        <source>A number, or /2, x0.5, +10%, -20%</source>
        <translation>数字，或 /2、x0.5、+10%、-20%</translation>
    </message>
    <message>
        <source>Back to the baseline</source>
        <translation>恢复基准</translation>
    </message>
</context>
<context>
    <name>StatusBinding</name>
    <message>
        <source>New workspace</source>
        <translation>新工作区</translation>
    </message>
    <message>
        <source>watching {n} {n|file|files}</source>
        <translation>监视 {n} 个文件</translation>
    </message>
    <message>
        <source>{n} {n|file|files}</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>data to {day}</source>
        <translation>数据截至{day}</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>{time} 已保存</translation>
    </message>
</context>
<context>
    <name>StillViews</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>获取模板</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>拆分依据</translation>
    </message>
</context>
<context>
    <name>StudyTiles</name>
    <message>
        <source>Computing</source>
        <translation>正在计算</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>No surge: nothing far above what is usual.</source>
        <translation>无激增：没有明显高于平常的时期。</translation>
    </message>
    <message>
        <source>Tickets by tag</source>
        <translation>各标签的工单</translation>
    </message>
    <message>
        <source>By calendar; tickets that do not yet wait that long are left out</source>
        <translation>按日历时间；等待尚不足该时长的工单不计入</translation>
    </message>
    <message>
        <source>Answered and resolved in time</source>
        <translation>时限内响应与解决</translation>
    </message>
    <message>
        <source>How tickets are answered</source>
        <translation>工单的处理情况</translation>
    </message>
</context>
<context>
    <name>TableReview</name>
    <message>
        <source>You said so</source>
        <translation>已手动指定</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>可信度 {percent}</translation>
    </message>
    <message>
        <source>{percent}: look at it</source>
        <translation>{percent}，请核对</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>纳入</translation>
    </message>
    <message>
        <source>No business table: it is kept, but nothing is computed from it.</source>
        <translation>不是业务数据表：保留，但不用于计算。</translation>
    </message>
    <message>
        <source>Your row</source>
        <translation>原始行</translation>
    </message>
    <message>
        <source>Your column</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Found in it</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>header in row {row}</source>
        <translation>标题在第 {row} 行</translation>
    </message>
    <message>
        <source>no header row</source>
        <translation>没有标题行</translation>
    </message>
    <message>
        <source>header</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>total, not counted</source>
        <translation>合计，不计入</translation>
    </message>
    <message>
        <source>another table</source>
        <translation>另一张表</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Row {row} was not looked at: the nearest row that is shown is marked</source>
        <translation>未查看第 {row} 行：已标出所显示的最近一行</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The sheet as found</source>
        <translation>原始工作表</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>数据表的列</translation>
    </message>
</context>
<context>
    <name>TablesView</name>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Your column</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Correct how it is read</source>
        <translation>更正读取方式</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>数据表的列</translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source>Target, at least</source>
        <translation>目标，至少</translation>
    </message>
    <message>
        <source>Target, at most</source>
        <translation>目标，至多</translation>
    </message>
    <message>
        <source>Alert below</source>
        <translation>低于此值时提醒</translation>
    </message>
    <message>
        <source>Alert above</source>
        <translation>高于此值时提醒</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>{kpi}, each period</source>
        <translation>{kpi}，每个周期</translation>
    </message>
    <message>
        <source>Numbers such as 1200, 1.2M or 5% are understood.</source>
        <translation>可以输入 1200、1.2M 或 5% 这样的数字。</translation>
    </message>
</context>
<context>
    <name>TextPopover</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>TileCover</name>
    <message>
        <source>Take off the board</source>
        <translation>从仪表盘移除</translation>
    </message>
    <message>
        <source>Arrange {name}</source>
        <translation>排列：{name}</translation>
    </message>
    <message>
        <source>Drag to move, pull the corner to resize. Arrows move, Shift+arrows resize, Delete removes.</source>
        <translation>拖动可移动，拉右下角可调整大小。方向键移动，Shift+方向键调整大小，Delete 移除。</translation>
    </message>
</context>
<context>
    <name>TimingRow</name>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>First month of the changes</source>
        <translation>变动开始的月份</translation>
    </message>
    <message>
        <source>Months until changes hold wholly</source>
        <translation>变动完全生效所需月数</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>over {n} {n|month|months}</source>
        <translation>{n} 个月内逐步生效</translation>
    </message>
</context>
<context>
    <name>TogetherRow</name>
    <message>
        <source>{one} with {other} {strength}</source>
        <translation>{one}与{other} {strength}</translation>
    </message>
    <message>
        <source>Moving together, −1 to 1:</source>
        <translation>联动系数（−1 至 1）：</translation>
    </message>
    <message>
        <source>Enter states it; empty: as their histories did</source>
        <translation>按 Enter 设定；留空则按历史联动</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Step {at} of {all}</source>
        <translation>第 {at} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>TrafficPage</name>
    <message>
        <source>Not split by page: there are more than {count} of them.</source>
        <translation>未按页面拆分：页面超过 {count} 个。</translation>
    </message>
    <message>
        <source>Worst bounce first; fewer than 30 sessions last</source>
        <translation>跳出率最高者在前；不足 30 次会话者在后</translation>
    </message>
    <message>
        <source>Where visits begin and end</source>
        <translation>访问的起点与终点</translation>
    </message>
</context>
<context>
    <name>TwoDriversView</name>
    <message>
        <source>Where is</source>
        <translation>使</translation>
    </message>
    <message>
        <source>at</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>over</source>
        <translation>需变动</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>UnbuiltPage</name>
    <message>
        <source>Not in this version yet.</source>
        <translation>本版本尚未提供。</translation>
    </message>
</context>
<context>
    <name>Unmatched</name>
    <message>
        <source>No rows match these filters.</source>
        <translation>没有符合这些筛选条件的行。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>WaysPanel</name>
    <message>
        <source>This would bring {name} to {value}, {reason}.</source>
        <translation>以下变动可使 {name} 达到 {value}（{reason}）。</translation>
    </message>
    <message>
        <source>Each of these alone would bring {name} to {value}, {reason}. The least effort first.</source>
        <translation>以下任一项单独变动，即可使 {name} 达到 {value}（{reason}）。最省力的在前。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>可以怎么做</translation>
    </message>
    <message>
        <source>no history to compare with</source>
        <translation>没有可比较的历史</translation>
    </message>
    <message>
        <source>{n} × its usual spread</source>
        <translation>其平常波动的 {n} 倍</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试试</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Drop your sheets here</source>
        <translation>将表格拖放到这里</translation>
    </message>
    <message>
        <source>Every growth figure from them: computed, explained, ready for what-if.</source>
        <translation>由此得出全部增长指标：算得出、说得清、可做假设分析。</translation>
    </message>
    <message>
        <source>XLSX, XLS, ODS, CSV and more: files or folders. Nothing leaves this computer.</source>
        <translation>XLSX、XLS、ODS、CSV 等：文件或文件夹均可。数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>获取模板</translation>
    </message>
    <message>
        <source>What can I compute?</source>
        <translation>我能算什么？</translation>
    </message>
    <message>
        <source>Take a short tour</source>
        <translation>快速导览</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why it changed</source>
        <translation>为何变化</translation>
    </message>
    <message>
        <source>Open Why</source>
        <translation>打开归因</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>When: changes beyond chance, and notes</source>
        <translation>何时：超出偶然的变化与备注</translation>
    </message>
    <message>
        <source>Largest customers that moved</source>
        <translation>变动最大的客户</translation>
    </message>
    <message>
        <source>Dated by month: changes are not looked for by day or week</source>
        <translation>按月定位：不按日或周查找变化</translation>
    </message>
    <message>
        <source>The change, split by what the figure was in each segment</source>
        <translation>变化按各细分自身的数值拆分</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>按细分</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 变动</translation>
    </message>
</context>
<context>
    <name>WindowBinding</name>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message>
        <source>Search KPIs, pages, actions</source>
        <translation>搜索指标、页面、操作</translation>
    </message>
    <message>
        <source>Which table do you want to fill in?</source>
        <translation>要填写哪张表？</translation>
    </message>
    <message>
        <source>What can I compute with …</source>
        <translation>用哪张表能算什么……</translation>
    </message>
</context>
<context>
    <name>WorkspaceButton</name>
    <message>
        <source>Workspace menu</source>
        <translation>工作区菜单</translation>
    </message>
</context>
<context>
    <name>_Item</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{n}%</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>Forget this change</source>
        <translation>去掉这项变动</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>取消正在运行的任务</translation>
    </message>
    <message>
        <source>This page has no figures to print.</source>
        <translation>本页没有可打印的数据。</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Save workspace</source>
        <translation>保存工作区</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作区另存为</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Read all files again</source>
        <translation>重新读取所有文件</translation>
    </message>
    <message>
        <source>Show what reading again changed</source>
        <translation>查看重新读取后的变动</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print into a PDF</source>
        <translation>打印为 PDF</translation>
    </message>
    <message>
        <source>Restore unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <source>Discard unsaved work</source>
        <translation>放弃未保存的工作</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>跟随系统外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度（浅色）</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度（深色）</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>跟随系统语言</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>繁體中文</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Choose day, week, month, quarter or year</source>
        <translation>选择日、周、月、季或年</translation>
    </message>
    <message>
        <source>Choose the period</source>
        <translation>选择周期</translation>
    </message>
    <message>
        <source>Choose what to compare with</source>
        <translation>选择对比对象</translation>
    </message>
    <message>
        <source>Choose a segment</source>
        <translation>选择细分</translation>
    </message>
    <message>
        <source>Search KPIs, pages, actions</source>
        <translation>搜索指标、页面、操作</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>折叠侧边栏</translation>
    </message>
    <message>
        <source>Move to the next part of the window</source>
        <translation>移到窗口的下一部分</translation>
    </message>
    <message>
        <source>Take a short tour</source>
        <translation>快速导览</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Check the installation</source>
        <translation>检查安装情况</translation>
    </message>
    <message>
        <source>About KPI Desk</source>
        <translation>关于 KPI Desk</translation>
    </message>
    <message>
        <source>What if this KPI were different</source>
        <translation>对该指标做假设分析</translation>
    </message>
    <message>
        <source>Why this KPI changed</source>
        <translation>查看该指标为何变化</translation>
    </message>
    <message>
        <source>Export as a file</source>
        <translation>导出为文件</translation>
    </message>
    <message>
        <source>Write to a known file</source>
        <translation>写入已选文件</translation>
    </message>
    <message>
        <source>Export the chart as PNG</source>
        <translation>将图表导出为 PNG</translation>
    </message>
    <message>
        <source>Picture of the chart for a slide</source>
        <translation>将图表存为幻灯片用的图片</translation>
    </message>
    <message>
        <source>Chart as slide, workbook or document</source>
        <translation>图表存为幻灯片、工作簿或文档</translation>
    </message>
    <message>
        <source>Print the chart</source>
        <translation>打印图表</translation>
    </message>
    <message>
        <source>Carry the chart into another program</source>
        <translation>把图表拖到其他程序</translation>
    </message>
    <message>
        <source>Export the chart as SVG</source>
        <translation>将图表导出为 SVG</translation>
    </message>
    <message>
        <source>Export the chart as CSV</source>
        <translation>将图表导出为 CSV</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Get a template of a table</source>
        <translation>获取数据表模板</translation>
    </message>
    <message>
        <source>What can I compute with which table</source>
        <translation>用哪张表能算什么</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <source>{command}…</source>
        <translation>{command}…</translation>
    </message>
</context>
<context>
    <name>analysis</name>
    <message>
        <source>What {kpi} is computed from is not known at both ends</source>
        <translation>两端并非都有{kpi}的计算依据</translation>
    </message>
    <message>
        <source>{kpi} has no value at either end</source>
        <translation>{kpi}在两端都没有数值</translation>
    </message>
    <message>
        <source>{kpi} has no value at the first end</source>
        <translation>{kpi}在起点没有数值</translation>
    </message>
    <message>
        <source>{kpi} has no value at the second end</source>
        <translation>{kpi}在终点没有数值</translation>
    </message>
    <message>
        <source>{kpi} is not among the computed KPIs</source>
        <translation>{kpi}不在已计算的指标之中</translation>
    </message>
    <message>
        <source>{period} is not among the periods of the data</source>
        <translation>{period}不在数据的周期之内</translation>
    </message>
    <message>
        <source>They reach from {first} to {last}.</source>
        <translation>数据的周期为{first}至{last}。</translation>
    </message>
    <message>
        <source>The figures are not split by an attribute</source>
        <translation>数字没有按属性拆分</translation>
    </message>
    <message>
        <source>How the segments make up {kpi} is not known</source>
        <translation>无法得知各细分如何构成{kpi}</translation>
    </message>
</context>
<context>
    <name>boards</name>
    <message>
        <source>{cards} {cards|card|cards}, {charts} {charts|chart|charts}</source>
        <translation>{cards} 张卡片，{charts} 个图表</translation>
    </message>
    <message>
        <source>{cards} {cards|card|cards}</source>
        <translation>{cards} 张卡片</translation>
    </message>
    <message>
        <source>{cards} {cards|card|cards}; the sheets have no dates, so there is no course over time</source>
        <translation>{cards} 张卡片；表格里没有日期，因此没有随时间的走势</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自建</translation>
    </message>
    <message>
        <source>by level</source>
        <translation>按层级</translation>
    </message>
    <message>
        <source>by stage</source>
        <translation>按阶段</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建仪表盘</translation>
    </message>
    <message>
        <source>Duplicate this board</source>
        <translation>复制此仪表盘</translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation>重命名此仪表盘</translation>
    </message>
    <message>
        <source>Back to the ready board</source>
        <translation>恢复为现成的仪表盘</translation>
    </message>
    <message>
        <source>Remove this board</source>
        <translation>删除此仪表盘</translation>
    </message>
    <message>
        <source>As a line</source>
        <translation>用折线</translation>
    </message>
    <message>
        <source>As bars</source>
        <translation>用柱形</translation>
    </message>
    <message>
        <source>As stacked bars</source>
        <translation>用堆叠柱形</translation>
    </message>
    <message>
        <source>As a heat map</source>
        <translation>用热力图</translation>
    </message>
    <message>
        <source>Without a comparison</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Beside the period before</source>
        <translation>与上期对比</translation>
    </message>
    <message>
        <source>Beside a year ago</source>
        <translation>与去年同期对比</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部周期</translation>
    </message>
    <message>
        <source>The last 12 periods</source>
        <translation>最近 12 期</translation>
    </message>
    <message>
        <source>The last 24 periods</source>
        <translation>最近 24 期</translation>
    </message>
    <message>
        <source>Axis from the lowest value</source>
        <translation>坐标轴从最小值开始</translation>
    </message>
    <message>
        <source>Axis from zero</source>
        <translation>坐标轴从零开始</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Take off the board</source>
        <translation>从仪表盘移除</translation>
    </message>
    <message>
        <source>It stands on this board already.</source>
        <translation>此仪表盘上已有。</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>is being computed</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>could not be computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>No value in this period</source>
        <translation>本期没有数值</translation>
    </message>
    <message>
        <source>Add data</source>
        <translation>添加数据</translation>
    </message>
    <message>
        <source>vs target {target}</source>
        <translation>较目标 {target}</translation>
    </message>
    <message>
        <source>95% interval: {span}</source>
        <translation>95% 区间：{span}</translation>
    </message>
    <message>
        <source>vs {period}</source>
        <translation>较{period}</translation>
    </message>
    <message>
        <source>{period} · {assumption}</source>
        <translation>{period} · {assumption}</translation>
    </message>
    <message>
        <source>{period} · partly assumed</source>
        <translation>{period} · 部分为假设</translation>
    </message>
    <message>
        <source>{period} · {span}, based on {n}</source>
        <translation>{period} · {span}，样本 {n}</translation>
    </message>
    <message>
        <source>{period} · based on {n}</source>
        <translation>{period} · 样本 {n}</translation>
    </message>
    <message>
        <source>noisy: {span}</source>
        <translation>噪声：{span}</translation>
    </message>
    <message>
        <source>noisy: {span}, based on {n}</source>
        <translation>噪声：{span}，样本 {n}</translation>
    </message>
    <message>
        <source>Needs {what}.</source>
        <translation>需要{what}。</translation>
    </message>
    <message>
        <source>alert: below {limit}</source>
        <translation>提醒：低于 {limit}</translation>
    </message>
    <message>
        <source>alert: above {limit}</source>
        <translation>提醒：高于 {limit}</translation>
    </message>
    <message>
        <source>{period} has not ended: the value is that of the days so far</source>
        <translation>{period}尚未结束：数值只含已过去的天数</translation>
    </message>
    <message>
        <source>{period} is incomplete: the value is of what is known so far</source>
        <translation>{period}不完整：数值只含目前已知的部分</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>{period}, not ended yet</source>
        <translation>{period}，尚未结束</translation>
    </message>
    <message>
        <source>not ended yet</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>{period} has not ended; the value is of {last}</source>
        <translation>{period}尚未结束；此为{last}的数值</translation>
    </message>
    <message>
        <source>The move could be noise: it is no larger than the usual ups and downs</source>
        <translation>这一变化可能只是波动：不超过平时的起伏</translation>
    </message>
    <message>
        <source>Too few earlier changes to say whether the move is more than chance</source>
        <translation>以往的变化太少，无法判断这一变化是否只是偶然</translation>
    </message>
    <message>
        <source>The move could be noise: its 95% interval holds 0</source>
        <translation>这一变化可能只是波动：其 95% 区间包含 0</translation>
    </message>
    <message>
        <source>The move is more than chance: its 95% interval does not hold 0</source>
        <translation>这一变化不只是偶然：其 95% 区间不含 0</translation>
    </message>
    <message>
        <source>The move is more than chance: it is larger than the usual ups and downs</source>
        <translation>这一变化不只是偶然：大于平时的起伏</translation>
    </message>
    <message>
        <source>In colour where the move is more than chance; in grey where it could be chance or cannot be judged</source>
        <translation>有颜色：变化不只是偶然；灰色：可能是偶然，或无法判断</translation>
    </message>
    <message>
        <source>The move is within month-to-month noise: the 95% interval is {span} now</source>
        <translation>变动在逐月波动范围之内：当前 95% 区间为 {span}</translation>
    </message>
    <message>
        <source>off target: at most {target}</source>
        <translation>未达标：应不高于 {target}</translation>
    </message>
    <message>
        <source>off target: at least {target}</source>
        <translation>未达标：应不低于 {target}</translation>
    </message>
    <message>
        <source>No value under this scenario</source>
        <translation>此情景下没有数值</translation>
    </message>
    <message>
        <source>baseline {value}</source>
        <translation>基准 {value}</translation>
    </message>
    <message>
        <source>does not depend on it</source>
        <translation>与其无关</translation>
    </message>
    <message>
        <source>depends on {driver}</source>
        <translation>取决于{driver}</translation>
    </message>
    <message>
        <source>what-if, not a real value</source>
        <translation>假设值，并非实际数值</translation>
    </message>
    <message>
        <source>not changed by this scenario</source>
        <translation>不受此情景影响</translation>
    </message>
    <message>
        <source>does not depend on {drivers}, but on {driver}</source>
        <translation>与{drivers}无关，取决于{driver}</translation>
    </message>
    <message>
        <source>does not depend on {drivers}</source>
        <translation>与{drivers}无关</translation>
    </message>
    <message>
        <source>Needs a table of {table}: {parts}.</source>
        <translation>需要一张{table}表：{parts}。</translation>
    </message>
    <message>
        <source>Needs {count|a column|columns} in a table of {table}: {parts}.</source>
        <translation>{table}表中还需要这些列：{parts}。</translation>
    </message>
    <message>
        <source>Needs a table of {table}: {parts} and more.</source>
        <translation>需要一张{table}表：{parts}等。</translation>
    </message>
    <message>
        <source>Needs columns in a table of {table}: {parts} and more.</source>
        <translation>{table}表中还需要{parts}等列。</translation>
    </message>
    <message>
        <source>Needs tables of {tables}.</source>
        <translation>需要这些表：{tables}。</translation>
    </message>
    <message>
        <source>Or a table of {table}: {parts}.</source>
        <translation>或一张{table}表：{parts}。</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>The name {name} is taken.</source>
        <translation>名称 {name} 已被占用。</translation>
    </message>
    <message>
        <source>{name} reads {ref}, which is not in the catalogue.</source>
        <translation>{name} 引用了 {ref}，但指标目录中没有它。</translation>
    </message>
    <message>
        <source>{name} waits for {ref}, which is no rule of the workspace.</source>
        <translation>{name} 要等 {ref}，但工作区没有这条规则。</translation>
    </message>
    <message>
        <source>{name} is computed from itself: {circle}.</source>
        <translation>{name} 循环引用自身：{circle}。</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>{name} is declared as {declared} but its formula is {found}.</source>
        <translation>{name} 声明为 {declared}，但公式得出的是 {found}。</translation>
    </message>
    <message>
        <source>{name} needs {need}, which the schema does not have.</source>
        <translation>{name} 需要 {need}，但数据模型中没有它。</translation>
    </message>
    <message>
        <source>{name} aggregates {table}, which does not exist.</source>
        <translation>{name} 汇总的 {table} 不存在。</translation>
    </message>
    <message>
        <source>{name} sums or averages what has to be computed from its parts.</source>
        <translation>{name} 对必须由各部分计算的数值做了求和或平均。</translation>
    </message>
    <message>
        <source>{name} mixes an earlier period with this one; name it apart.</source>
        <translation>{name} 混用了上一期与本期；应另设名称。</translation>
    </message>
    <message>
        <source>{name} lacks a text in one of the languages.</source>
        <translation>{name} 缺少某种语言的文字。</translation>
    </message>
    <message>
        <source>{name} has an interval without its parts.</source>
        <translation>{name} 有区间，却没有计算区间的各部分。</translation>
    </message>
</context>
<context>
    <name>certainty</name>
    <message>
        <source>A total of all that the data hold: nothing is estimated. Its moves are held against its earlier ones.</source>
        <translation>这是数据的全部合计，没有估计成分；其变化与以往的变化相比较。</translation>
    </message>
    <message>
        <source>A median or percentile: its interval needs every single value, and only the figure of each period is kept.</source>
        <translation>中位数或百分位数：其区间需要每一个单独的数值，而只保存了每个周期的结果。</translation>
    </message>
    <message>
        <source>The data give totals, not the single observations.</source>
        <translation>数据只给出合计，没有逐条观测。</translation>
    </message>
    <message>
        <source>Its parts come from different tables, which share no observations.</source>
        <translation>其组成来自不同的表，没有共同的观测。</translation>
    </message>
    <message>
        <source>It is the outcome of a model, not a count of observations.</source>
        <translation>这是模型的结果，不是对观测的计数。</translation>
    </message>
    <message>
        <source>Assumed or entered, not observed.</source>
        <translation>假定或填写的数值，并非观测所得。</translation>
    </message>
    <message>
        <source>The same users are counted on many days, so days are no sample.</source>
        <translation>同一用户在多天被计入，因此各天不构成样本。</translation>
    </message>
    <message>
        <source>A quotient of two totals of money, of which each is complete.</source>
        <translation>两个金额合计之商，每个合计都是完整的。</translation>
    </message>
    <message>
        <source>A monthly sheet gives the figure, not the observations behind it.</source>
        <translation>月度表只给出数字，没有背后的观测。</translation>
    </message>
    <message>
        <source>There are too few observations in these data.</source>
        <translation>这些数据中的观测太少。</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>No channel brings or costs anything here</source>
        <translation>这里没有带来客户或产生费用的渠道</translation>
    </message>
    <message>
        <source>Counted as one: {names}</source>
        <translation>合并计算：{names}</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告系列</translation>
    </message>
    <message>
        <source>Ad group</source>
        <translation>广告组</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>Kind of cost</source>
        <translation>成本类型</translation>
    </message>
    <message>
        <source>Cost that names no channel, and customers of unknown origin; part of the total</source>
        <translation>未注明渠道的成本和来源不明的客户；已计入合计</translation>
    </message>
    <message>
        <source>Not known of this channel</source>
        <translation>此渠道没有该数据</translation>
    </message>
    <message>
        <source>Nothing was spent here: there is no cost to compare with</source>
        <translation>此处没有支出：没有可供比较的成本</translation>
    </message>
    <message>
        <source>What they bring</source>
        <translation>各渠道的收获</translation>
    </message>
    <message>
        <source>What a customer costs and is worth</source>
        <translation>客户的成本与价值</translation>
    </message>
    <message>
        <source>No table says by which channel customers came.</source>
        <translation>没有表说明客户来自哪个渠道。</translation>
    </message>
    <message>
        <source>What they cost is not known. {needs}</source>
        <translation>成本未知。{needs}</translation>
    </message>
    <message>
        <source>What they cost, bring and pay back</source>
        <translation>成本、收获与回报</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>No MRR movements here</source>
        <translation>这里没有 MRR 变动</translation>
    </message>
    <message>
        <source>No values in this range</source>
        <translation>此范围内没有数值</translation>
    </message>
    <message>
        <source>{name}: no values in this range.</source>
        <translation>{name}：此范围内没有数值。</translation>
    </message>
    <message>
        <source>{name} in {period}: most {first} ({high}), least {last} ({low}).</source>
        <translation>{name}（{period}）：最高为{first}（{high}），最低为{last}（{low}）。</translation>
    </message>
    <message>
        <source>in %</source>
        <translation>单位：%</translation>
    </message>
    <message>
        <source>{name}: most {high} in {row}, {column}; least {low} in {low_row}, {low_column}.</source>
        <translation>{name}：最高 {high}（{row}，{column}）；最低 {low}（{low_row}，{low_column}）。</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} 条备注</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Only {count} {count|period|periods} with a value: too few for a line</source>
        <translation>仅 {count} 期有数值：不足以连成线</translation>
    </message>
    <message>
        <source>The axis does not start at zero</source>
        <translation>纵轴不从零开始</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>{kpi}, month by month</source>
        <translation>{kpi}（逐月）</translation>
    </message>
    <message>
        <source>what-if from {period}</source>
        <translation>假设自{period}起</translation>
    </message>
    <message>
        <source>ahead from {period}</source>
        <translation>{period}起</translation>
    </message>
    <message>
        <source>80% band</source>
        <translation>80% 区间</translation>
    </message>
    <message>
        <source>Scenario {scenario}: {changes}</source>
        <translation>情景“{scenario}”：{changes}</translation>
    </message>
    <message>
        <source>{kpi}, in ranges</source>
        <translation>{kpi}，可能区间</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>50% of draws</source>
        <translation>50% 的模拟</translation>
    </message>
    <message>
        <source>80%</source>
        <translation>80%</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>{name} in {period}: {middle}, in 80 of 100 draws {low} to {high}.</source>
        <translation>{name}，{period}：{middle}，80% 的模拟在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>{name} in {period}: {base} if every month is like the last.</source>
        <translation>{name}：若此后每月都与最近一月相同，{period}为 {base}。</translation>
    </message>
    <message>
        <source>{name} in {period}: {scenario} would be {value}, baseline {base} ({change}).</source>
        <translation>{name}（{period}）：“{scenario}”下为 {value}，基准为 {base}（{change}）。</translation>
    </message>
    <message>
        <source>What moves {kpi} most</source>
        <translation>对{kpi}影响最大的因素</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>无影响</translation>
    </message>
    <message>
        <source>as low as of late</source>
        <translation>近期最低</translation>
    </message>
    <message>
        <source>as high as of late</source>
        <translation>近期最高</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动因素</translation>
    </message>
    <message>
        <source>{name} is {value}; nothing here moves it.</source>
        <translation>{name}为 {value}；这里没有能影响它的因素。</translation>
    </message>
    <message>
        <source>{name} is {value}; {driver} moves it most, from {low} to {high}.</source>
        <translation>{name}为 {value}；{driver}的影响最大，范围 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Other segments</source>
        <translation>其他细分</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>MRR bridge</source>
        <translation>MRR 变动瀑布图</translation>
    </message>
    <message>
        <source>Net change</source>
        <translation>净变化</translation>
    </message>
    <message>
        <source>Movements by period</source>
        <translation>各期变动</translation>
    </message>
    <message>
        <source>Netted by customer and month</source>
        <translation>按客户和月份净额计算</translation>
    </message>
    <message>
        <source>Netted by customer and period</source>
        <translation>按客户和周期取净额</translation>
    </message>
    <message>
        <source>The last period has not ended</source>
        <translation>最后一期尚未结束</translation>
    </message>
    <message>
        <source>Best {best} with {most}, worst {worst} with {least}.</source>
        <translation>最好的是 {best}（{most}），最差的是 {worst}（{least}）。</translation>
    </message>
    <message>
        <source>Expan.</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>React.</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Contr.</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Open.</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>Clos.</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>{kpi} movements</source>
        <translation>{kpi}变动</translation>
    </message>
    <message>
        <source>Axis starts at {value}</source>
        <translation>纵轴从 {value} 起</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>From {start} to {end} ({change}); the largest movement is {name} with {amount}.</source>
        <translation>从 {start} 到 {end}（{change}）；最大的变动是{name}，{amount}。</translation>
    </message>
    <message>
        <source>Standard profile</source>
        <translation>标准口径</translation>
    </message>
    <message>
        <source>Profile {profile}</source>
        <translation>口径：{profile}</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Survival</source>
        <translation>生存曲线</translation>
    </message>
    <message>
        <source>share still there by months since the start; below, how many were at risk</source>
        <translation>开始后各月仍在的比例；下方为风险人数</translation>
    </message>
    <message>
        <source>share of the MRR of the start still there; below, how many customers were at risk</source>
        <translation>起始 MRR 中仍留存的比例，按起始后的月数；下方为仍在观察的客户数</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>风险人数</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Kaplan–Meier</source>
        <translation>Kaplan–Meier 估计</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers}, {left} left</source>
        <translation>{n} 位客户，{left} 位已流失</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Kaplan–Meier, each customer by the first MRR</source>
        <translation>Kaplan–Meier，客户按首月 MRR 加权</translation>
    </message>
    <message>
        <source>Data to {day}</source>
        <translation>数据截至{day}</translation>
    </message>
    <message>
        <source>The {n} largest segments are drawn</source>
        <translation>仅绘制最大的 {n} 个细分</translation>
    </message>
    <message>
        <source>Cash of one new customer</source>
        <translation>单个新客户的现金收支</translation>
    </message>
    <message>
        <source>margin less CAC, by month</source>
        <translation>累计毛利减获客成本，按月</translation>
    </message>
    <message>
        <source>{n} {n|month|months}</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>A new customer costs {cost} and does not earn it back in sight.</source>
        <translation>获得一位新客户花费 {cost}，在所示期间内无法回本。</translation>
    </message>
    <message>
        <source>A new customer costs {cost} and earns it back in {n} {n|month|months}.</source>
        <translation>获得一位新客户花费 {cost}，{n} 个月回本。</translation>
    </message>
    <message>
        <source>Half of the customers are gone after {months} months; {left} of {n} left.</source>
        <translation>{months} 个月后半数客户已离开；{n} 位中 {left} 位已流失。</translation>
    </message>
    <message>
        <source>Half of the MRR is gone after {months} months; {left} of {n} left.</source>
        <translation>{months} 个月后 MRR 流失一半；{n} 位客户中 {left} 位已离开。</translation>
    </message>
    <message>
        <source>After {months} months {share} are still there; {left} of {n} left.</source>
        <translation>{months} 个月后仍有 {share}；{n} 位中 {left} 位已流失。</translation>
    </message>
    <message>
        <source>Customers kept</source>
        <translation>客户留存</translation>
    </message>
    <message>
        <source>Revenue kept</source>
        <translation>收入留存</translation>
    </message>
    <message>
        <source>Revenue kept, with expansion</source>
        <translation>收入留存（含扩展）</translation>
    </message>
    <message>
        <source>Users kept</source>
        <translation>用户留存</translation>
    </message>
    <message>
        <source>Who pays at the end of the period</source>
        <translation>期末仍在付费者</translation>
    </message>
    <message>
        <source>Of each customer no more than at the start</source>
        <translation>每位客户最多计到起始金额</translation>
    </message>
    <message>
        <source>All that the customers of the start pay</source>
        <translation>起始客户支付的全部金额</translation>
    </message>
    <message>
        <source>Who buys in the period</source>
        <translation>本期购买者</translation>
    </message>
    <message>
        <source>What the customers of the start buy in the period</source>
        <translation>起始客户在本期的购买额</translation>
    </message>
    <message>
        <source>Who is active in the period</source>
        <translation>本期活跃者</translation>
    </message>
    <message>
        <source>by quarter of the start, quarters since</source>
        <translation>按开始季度，其后各季</translation>
    </message>
    <message>
        <source>by year of the start, years since</source>
        <translation>按开始年份，其后各年</translation>
    </message>
    <message>
        <source>by week of the start, weeks since</source>
        <translation>按开始周，其后各周</translation>
    </message>
    <message>
        <source>by day of the start, days since</source>
        <translation>按开始日，其后各日</translation>
    </message>
    <message>
        <source>Dotted: reached by fewer than half of the cohorts</source>
        <translation>点线：达到该期数的同期群不足半数</translation>
    </message>
    <message>
        <source>by month of the start, months since</source>
        <translation>按开始月份，其后各月</translation>
    </message>
    <message>
        <source>based on {n}</source>
        <translation>样本 {n}</translation>
    </message>
    <message>
        <source>Hatched: not ended</source>
        <translation>斜线：尚未结束</translation>
    </message>
    <message>
        <source>All of them together</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>Youngest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>By age of the cohort</source>
        <translation>按同期群期数</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>{name}: {value} at age {age}, of {n} who started in {count} cohorts.</source>
        <translation>{name}：第 {age} 期为 {value}（{count} 个同期群，期初共 {n}）。</translation>
    </message>
    <message>
        <source>{name}: {value} at age {age}, of {n} who started in one cohort.</source>
        <translation>{name}：第 {age} 期为 {value}（仅一个同期群，期初 {n}）。</translation>
    </message>
    <message>
        <source>Money in {currency}</source>
        <translation>金额单位：{currency}</translation>
    </message>
    <message>
        <source>Source: {files}</source>
        <translation>来源：{files}</translation>
    </message>
    <message>
        <source>Scenario: {scenario}</source>
        <translation>情景：{scenario}</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}.</source>
        <translation>{name}：{period}为 {value}。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}; lowest {low} in {low_period}, highest {high} in {high_period}.</source>
        <translation>{name}：{period}为 {value}；最低 {low}（{low_period}），最高 {high}（{high_period}）。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}, the lowest; highest {high} in {high_period}.</source>
        <translation>{name}：{period}为 {value}，为最低；最高 {high}（{high_period}）。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}, the highest; lowest {low} in {low_period}.</source>
        <translation>{name}：{period}为 {value}，为最高；最低 {low}（{low_period}）。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}, which is incomplete.</source>
        <translation>{name}：{period}为 {value}（不完整）。</translation>
    </message>
    <message>
        <source>Target {value}</source>
        <translation>目标 {value}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>MQL</source>
        <translation>MQL</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>已激活</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>To the last stage</source>
        <translation>到最后阶段</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}到{last}</translation>
    </message>
    <message>
        <source>Percent: of the first step ({first}), those who reached the last ({last})</source>
        <translation>百分比：第一步（{first}）中走到最后一步（{last}）的比例</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达数</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>Of the top</source>
        <translation>占顶端</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>天数中位数</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>有日期的数量</translation>
    </message>
    <message>
        <source>those who came in {span}, and where they are now</source>
        <translation>{span} 进入的人，以及现在到了哪一步</translation>
    </message>
    <message>
        <source>what happened in {span}</source>
        <translation>{span} 发生的</translation>
    </message>
    <message>
        <source>{visits} visits before the first bar: {share} go on</source>
        <translation>第一根柱之前有 {visits} 次访问，其中 {share} 继续</translation>
    </message>
    <message>
        <source>{stage}: some go on without it, so no share of it follows</source>
        <translation>{stage}：有人未经此步继续，因此下一步不计比例</translation>
    </message>
    <message>
        <source>{stage}: no date, so not here</source>
        <translation>{stage}：没有日期，故不在此</translation>
    </message>
    <message>
        <source>{stage}: not known of who came in before {day}</source>
        <translation>{stage}：{day}之前进入者的情况未知</translation>
    </message>
    <message>
        <source>Days: median</source>
        <translation>天数为中位数</translation>
    </message>
    <message>
        <source>The latest can still go on</source>
        <translation>最近进入者仍可能继续</translation>
    </message>
    <message>
        <source>{stage}: {n} of {whole} timed</source>
        <translation>{stage}：{whole} 中有 {n} 个有日期</translation>
    </message>
    <message>
        <source>{share} reach the end; the narrowest step is {stage} with {step}.</source>
        <translation>{share} 到达终点；最窄的一步是{stage}，为 {step}。</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Others ({count})</source>
        <translation>其他（{count}）</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Some belong to several rows and count in each, in the total once</source>
        <translation>部分属于多行，在各行都计数，在合计中只计一次</translation>
    </message>
    <message>
        <source>year ago</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Area: {volume}</source>
        <translation>面积：{volume}</translation>
    </message>
    <message>
        <source>{y} over {x}</source>
        <translation>纵轴：{y} · 横轴：{x}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>{count} in all; {name} gives most for its cost: {x_name} {x}, {y_name} {y}.</source>
        <translation>共 {count} 个；{name} 的性价比最高：{x_name} {x}，{y_name} {y}。</translation>
    </message>
    <message>
        <source>with 95% intervals</source>
        <translation>含 95% 区间</translation>
    </message>
    <message>
        <source>Dashed: all together, {value}</source>
        <translation>虚线：全部合计，{value}</translation>
    </message>
    <message>
        <source>Grey: n below {n}</source>
        <translation>灰色：n 小于 {n}</translation>
    </message>
    <message>
        <source>{name}: highest {first} {high}, lowest {last} {low}.</source>
        <translation>{name}：最高 {first} {high}，最低 {last} {low}。</translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation>推荐者</translation>
    </message>
    <message>
        <source>Passives</source>
        <translation>被动者</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>贬损者</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答数</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>{n} {n|answer|answers}</source>
        <translation>{n} 份回答</translation>
    </message>
    <message>
        <source>{zone} {share}</source>
        <translation>{zone} {share}</translation>
    </message>
    <message>
        <source>{title}: {n} {n|answer|answers}, most of them {zone} ({share}).</source>
        <translation>{title}：{n} 份回答，以 {zone} 居多（{share}）。</translation>
    </message>
    <message>
        <source>{kpi} has no value in any draw</source>
        <translation>{kpi} 在任何一次模拟中都没有值</translation>
    </message>
    <message>
        <source>goal {value}</source>
        <translation>目标 {value}</translation>
    </message>
    <message>
        <source>{n} draws</source>
        <translation>{n} 次模拟</translation>
    </message>
    <message>
        <source>Reaches it</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>Does not</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>{kpi} at least {goal} in {share} of draws</source>
        <translation>{share} 的模拟中 {kpi} 不低于 {goal}</translation>
    </message>
    <message>
        <source>{kpi} at most {goal} in {share} of draws</source>
        <translation>{share} 的模拟中 {kpi} 不高于 {goal}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Share of draws</source>
        <translation>模拟占比</translation>
    </message>
    <message>
        <source>{name}: {middle}, in 80 of 100 draws {low} to {high}.</source>
        <translation>{name}：{middle}，80% 的模拟在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>{name} in {period}: most in {scenario}, {value}; baseline {base}.</source>
        <translation>{name}，{period}：{scenario} 最高，为 {value}；基准 {base}。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>当前设置</translation>
    </message>
    <message>
        <source>{kpi} = {goal}</source>
        <translation>{kpi} = {goal}</translation>
    </message>
    <message>
        <source>{kpi} over {across} and {down}</source>
        <translation>{kpi} 随 {across} 和 {down} 的变化</translation>
    </message>
    <message>
        <source>across {across}, up {down}</source>
        <translation>横轴 {across}，纵轴 {down}</translation>
    </message>
    <message>
        <source>{kpi} is nowhere {goal} within these bounds.</source>
        <translation>在此范围内 {kpi} 无处等于 {goal}。</translation>
    </message>
    <message>
        <source>{kpi} is {goal} from {across} {x0} with {down} {y0} to {x1} with {y1}.</source>
        <translation>{kpi} 等于 {goal}：从 {across} {x0}、{down} {y0} 到 {x1}、{y1}。</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Busiest weekday</source>
        <translation>最忙的星期几</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>First reply</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>When tickets come in</source>
        <translation>工单何时到来</translation>
    </message>
    <message>
        <source>tickets by weekday and hour of the day</source>
        <translation>按星期与钟点的工单数</translation>
    </message>
    <message>
        <source>People busy by hour</source>
        <translation>各钟点所需人手</translation>
    </message>
    <message>
        <source>tickets of the hour × hours of work per ticket</source>
        <translation>该钟点的工单 × 每张工单工时</translation>
    </message>
    <message>
        <source>{hours} of work per ticket</source>
        <translation>每张工单 {hours}</translation>
    </message>
    <message>
        <source>The load that comes in; shifts and breaks are not in it</source>
        <translation>仅为到来的工作量，不含班次与休息</translation>
    </message>
    <message>
        <source>Most are needed at {hour}:00: {most} on the busiest weekday.</source>
        <translation>{hour}:00 所需最多：最忙的一天为 {most} 人。</translation>
    </message>
    <message>
        <source>customers leave by their age</source>
        <translation>客户按在册时长流失</translation>
    </message>
    <message>
        <source>80% band: {n} draws of drivers as their own history drifts</source>
        <translation>80% 区间：驱动因素按自身历史波动抽样 {n} 次</translation>
    </message>
    <message>
        <source>{period}, not ended</source>
        <translation>{period}，尚未结束</translation>
    </message>
    <message>
        <source>by {attribute}</source>
        <translation>按{attribute}</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>{rows} {rows|row that repeats|rows that repeat} the header {rows|is|are} left out.</source>
        <translation>已略去 {rows} 行重复的表头。</translation>
    </message>
    <message>
        <source>{rows} total {rows|row is|rows are} left out, so nothing is counted twice.</source>
        <translation>{rows} 个合计行已略去，以免重复计算。</translation>
    </message>
    <message>
        <source>To be used as this table it lacks {roles}; give a column that role.</source>
        <translation>要作为此表使用，还缺{roles}；可为某一列指定该字段。</translation>
    </message>
    <message>
        <source>{cells} of the cells looked at in “{column}” cannot be read as {type}, such as {examples}.</source>
        <translation>查看过的“{column}”单元格中有 {cells} 个无法读作{type}，例如 {examples}。</translation>
    </message>
    <message>
        <source>The dates in “{column}” could be read with day and month the other way round; read as {order}.</source>
        <translation>“{column}”中的日期，日与月可能颠倒；已按{order}读取。</translation>
    </message>
    <message>
        <source>The points in “{column}” could part thousands or decimals: “{example}” is read as {value}.</source>
        <translation>“{column}”中的点可能是千位分隔符，也可能是小数点：“{example}”读作 {value}。</translation>
    </message>
    <message>
        <source>The header “{column}” says percent, so {value} is read as {value}%, not as {points}%.</source>
        <translation>表头“{column}”注明了百分号，因此 {value} 读作 {value}%，而不是 {points}%。</translation>
    </message>
    <message>
        <source>Billing intervals that are not known and so not counted as MRR: {values}.</source>
        <translation>未知的计费周期，不计入 MRR：{values}。</translation>
    </message>
    <message>
        <source>{count} currencies in one column: {values}. Give their rates in the workspace.</source>
        <translation>同一列中有 {count} 种货币：{values}。可在工作区中设置汇率。</translation>
    </message>
    <message>
        <source>Amounts in cents are divided by 100: {columns}.</source>
        <translation>以分为单位的金额已除以 100：{columns}。</translation>
    </message>
    <message>
        <source>“{column}” is taken for the amount of the whole quantity. If it is the price of one unit, give it the role unit price.</source>
        <translation>“{column}”被视为全部数量的金额。如果它是单价，请将该列改为“单价”。</translation>
    </message>
    <message>
        <source>“{column}” is taken for the monthly price of one unit and multiplied by “{quantity}”. If it is that of the whole quantity, give it the role monthly price (MRR).</source>
        <translation>“{column}”按单个单位的月费处理，并乘以“{quantity}”。如果它是全部数量的月费，请把它设为“月费 (MRR)”。</translation>
    </message>
    <message>
        <source>“{column}” is taken for the price of one unit and multiplied by “{quantity}”. If it is the amount of the whole quantity, give it the role amount per interval.</source>
        <translation>“{column}”被视为单价，已乘以“{quantity}”。如果它是全部数量的金额，请将该列改为“每期金额”。</translation>
    </message>
    <message>
        <source>“{said}”: amounts are multiplied by {factor}. Read the columns otherwise to take that back.</source>
        <translation>“{said}”：金额乘以 {factor}。如需撤销，请改变这些列的读取方式。</translation>
    </message>
    <message>
        <source>No row tells of anyone who left: if the export holds only those who stayed, churn is not known.</source>
        <translation>没有任何一行显示有人离开：若导出文件只含留下的客户，则无法得知流失。</translation>
    </message>
    <message>
        <source>The sheet {sheet} holds {cells} {cells|cell|cells} but no table: it is left out.</source>
        <translation>工作表“{sheet}”有 {cells} 个单元格，但没有表格，已略去。</translation>
    </message>
    <message>
        <source>{rows} {rows|row names|rows name} a customer not in the list of customers.</source>
        <translation>{rows} 行的客户不在客户名单中。</translation>
    </message>
    <message>
        <source>{rows} {rows|row repeats|rows repeat} a {role} that stands in another row.</source>
        <translation>{rows} 行的{role}与其他行重复。</translation>
    </message>
    <message>
        <source>{rows} {rows|row is|rows are} the same as another in every cell.</source>
        <translation>{rows} 行与另一行的每个单元格都相同。</translation>
    </message>
    <message>
        <source>{rows} {rows|row has|rows have} {end} before {start}.</source>
        <translation>{rows} 行的{end}早于{start}。</translation>
    </message>
    <message>
        <source>{rows} {rows|row has|rows have} a negative {role}.</source>
        <translation>{rows} 行的{role}为负数。</translation>
    </message>
    <message>
        <source>{cells} {cells|cell|cells} in “{column}” cannot be read as {type}: {examples}.</source>
        <translation>“{column}”中有 {cells} 个单元格无法读作{type}：{examples}。</translation>
    </message>
    <message>
        <source>The months have no year, so no figure can be placed in time.</source>
        <translation>月份没有年份，无法确定各数字的时间。</translation>
    </message>
    <message>
        <source>{cells} {cells|cell|cells} cannot be read as numbers, like “{example}”.</source>
        <translation>{cells} 个单元格无法读作数字，例如“{example}”。</translation>
    </message>
    <message>
        <source>{rows} {rows|row names|rows name} a KPI that another row gives already; of them the total counts, or else the first.</source>
        <translation>{rows} 行所写的指标已由另一行给出；计合计行，没有合计则计第一行。</translation>
    </message>
    <message>
        <source>It repeats the rows of “{table}” and is left out unless you want it.</source>
        <translation>与“{table}”的行重复，除非需要，否则不使用。</translation>
    </message>
    <message>
        <source>It repeats figures of “{table}” and is left out unless you want it.</source>
        <translation>与“{table}”的数字重复，除非需要，否则不使用。</translation>
    </message>
    <message>
        <source>The dates have no year; {year} is taken, as other dates or the title have it.</source>
        <translation>日期没有年份；按其他日期或标题取 {year} 年。</translation>
    </message>
    <message>
        <source>Nothing names the year of the months, so the first stands in {year}, as year one. Write the year into the title to place them in time.</source>
        <translation>没有任何地方写明这些月份的年份，因此第一个月放在 {year} 年，作为第一年。在标题中写上年份即可确定时间。</translation>
    </message>
    <message>
        <source>Each “{column}” stands here once: it is joined to {tables}, not added to them.</source>
        <translation>每个“{column}”在此只出现一次：它与 {tables} 关联，而不是相加。</translation>
    </message>
    <message>
        <source>It repeats “{table}” cell for cell and is left out unless you want it.</source>
        <translation>它与“{table}”逐格相同，除非另行选择，否则不导入。</translation>
    </message>
    <message>
        <source>It is a pivot of other rows of this workbook and is left out.</source>
        <translation>这是本工作簿其他数据的透视表，不导入。</translation>
    </message>
    <message>
        <source>It shows single figures, as dashboards do, and no rows: it is left out.</source>
        <translation>它像仪表盘一样只显示个别数字，没有数据行，不导入。</translation>
    </message>
    <message>
        <source>One of {count} lists of the same customers, month by month ({names}): its rows hold from {first} until before {last}, as its name says.</source>
        <translation>这是同一批客户的 {count} 份逐月名单之一（{names}）：按名称所示，各行自 {first} 起有效，至 {last} 之前为止。</translation>
    </message>
    <message>
        <source>{rows} {rows|total row|total rows} further down, named like those you marked, are left out.</source>
        <translation>后面还有 {rows} 个合计行与您标记的同名，均不计入。</translation>
    </message>
    <message>
        <source>Nothing tells which month these figures are of: they count as a state without a date, and only where no other table has dates. Name the column of values for the month to place them in time.</source>
        <translation>没有任何地方说明这些数字是哪个月的：它们只作为没有日期的状态，并且仅在其他表都没有日期时才计入。请把数值列的名称改为月份，以便定位到时间上。</translation>
    </message>
    <message>
        <source>No column tells the stage of the deals: those with a date in “{column}” count as won, and none as lost.</source>
        <translation>没有说明商机阶段的列：“{column}”有日期的算作赢单，没有一笔算作输单。</translation>
    </message>
    <message>
        <source>“{tax}” is not taken off “{price}”: in the United States and Canada it comes on top. If the prices include it, give it the role tax.</source>
        <translation>不从“{price}”中扣除“{tax}”：美国和加拿大的税额另计。如果价格已含税，请将该列改为“税额”。</translation>
    </message>
    <message>
        <source>“{tax}” is taken off “{price}”: outside the United States and Canada prices include it. If it comes on top, take the role from it.</source>
        <translation>已从“{price}”中扣除“{tax}”：美国和加拿大以外的价格含税。如果税额另计，请将该列改为不作税额。</translation>
    </message>
    <message>
        <source>“{column}” is taken for money off the price. If it is percent of the price, read the column as percent.</source>
        <translation>“{column}”被视为从价格中减去的金额。如果它是价格的百分比，请将该列读为百分比。</translation>
    </message>
    <message>
        <source>{count} dates in “{column}” seem to have day and month exchanged by Excel: the others, left as text, are in another order. Mend them in the workbook.</source>
        <translation>“{column}”中有 {count} 个日期的日和月似乎被 Excel 互换了：其余以文本保留的日期是另一种顺序。请在工作簿中改正。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>There is no scenario “{name}”</source>
        <translation>没有情景“{name}”</translation>
    </message>
    <message>
        <source>There is: {names}.</source>
        <translation>现有：{names}。</translation>
    </message>
    <message>
        <source>Write the changes, like customer_churn_rate=x0.5.</source>
        <translation>写出变化，例如 customer_churn_rate=x0.5。</translation>
    </message>
    <message>
        <source>{file} adds nothing: no table in it is known, or it is a copy</source>
        <translation>{file} 没有带来任何数据：其中没有可识别的表，或者它是副本</translation>
    </message>
    <message>
        <source>{kpi} is not computable: {reason}</source>
        <translation>{kpi}无法计算：{reason}</translation>
    </message>
    <message>
        <source>{path} is not a folder</source>
        <translation>{path} 不是文件夹</translation>
    </message>
    <message>
        <source>A workspace does not hold files as they were found</source>
        <translation>工作区不保存文件的原样</translation>
    </message>
    <message>
        <source>Name the spreadsheets themselves.</source>
        <translation>可直接指定表格文件。</translation>
    </message>
    <message>
        <source>Tables as they were found name the customers that are in them</source>
        <translation>原样的表会写出其中客户的名称</translation>
    </message>
    <message>
        <source>Leave out --raw or --pseudonyms.</source>
        <translation>请去掉 --raw 或 --pseudonyms。</translation>
    </message>
    <message>
        <source>--from {first} is later than --to {last}</source>
        <translation>--from {first} 晚于 --to {last}</translation>
    </message>
    <message>
        <source>The data have no attribute “{name}”</source>
        <translation>数据中没有属性“{name}”</translation>
    </message>
    <message>
        <source>{attribute} has no value “{name}” in these data</source>
        <translation>这些数据中{attribute}没有值“{name}”</translation>
    </message>
    <message>
        <source>They have nothing to split by.</source>
        <translation>没有可用于拆分的列。</translation>
    </message>
    <message>
        <source>The picture could not be painted: {reason}</source>
        <translation>图片无法绘制：{reason}</translation>
    </message>
    <message>
        <source>Qt&apos;s libraries may be missing; .pptx, .xlsx and .csv need none of them.</source>
        <translation>可能缺少 Qt 程序库；.pptx、.xlsx 和 .csv 不需要它们。</translation>
    </message>
    <message>
        <source>There are no spreadsheets in {folder}</source>
        <translation>{folder} 中没有表格文件</translation>
    </message>
    <message>
        <source>No source of {workspace} is called like these files</source>
        <translation>{workspace}的来源里没有与这些文件同名的</translation>
    </message>
    <message>
        <source>It was made of {files}.</source>
        <translation>它由{files}建成。</translation>
    </message>
    <message>
        <source>{file} is no recipe: {why}</source>
        <translation>{file} 不是配方：{why}</translation>
    </message>
    <message>
        <source>The README shows one.</source>
        <translation>README 中有示例。</translation>
    </message>
    <message>
        <source>{kpi} has no value to move</source>
        <translation>{kpi} 没有可变动的值</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有任何变动</translation>
    </message>
    <message>
        <source>Write --set {example}.</source>
        <translation>请写成 --set {example}。</translation>
    </message>
    <message>
        <source>These data have nothing for the question “{preset}”</source>
        <translation>这些数据无法回答“{preset}”</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Change dashboard {name}</source>
        <translation>更改仪表盘“{name}”</translation>
    </message>
    <message>
        <source>Remove dashboard {name}</source>
        <translation>移除仪表盘“{name}”</translation>
    </message>
    <message>
        <source>Add to the dashboard</source>
        <translation>添加到仪表盘</translation>
    </message>
    <message>
        <source>Take off the dashboard</source>
        <translation>从仪表盘移除</translation>
    </message>
    <message>
        <source>Arrange the dashboard</source>
        <translation>调整仪表盘布局</translation>
    </message>
    <message>
        <source>Change the tile</source>
        <translation>更改图块</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>Import {count} {count|table|tables} from {name}</source>
        <translation>从 {name} 导入 {count} 张表</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除“{name}”</translation>
    </message>
    <message>
        <source>Use a table</source>
        <translation>启用数据表</translation>
    </message>
    <message>
        <source>Set a table aside</source>
        <translation>停用数据表</translation>
    </message>
    <message>
        <source>Read {name} differently</source>
        <translation>更改“{name}”的识别方式</translation>
    </message>
    <message>
        <source>Read {count} {count|table|tables} again: {name}</source>
        <translation>重新读取{count}张表：{name}</translation>
    </message>
    <message>
        <source>Set {driver} to {value}</source>
        <translation>将{driver}设为 {value}</translation>
    </message>
    <message>
        <source>Reset {driver}</source>
        <translation>重置{driver}</translation>
    </message>
    <message>
        <source>Switch {driver} on or off</source>
        <translation>启用或停用{driver}</translation>
    </message>
    <message>
        <source>Show another scenario</source>
        <translation>切换情景</translation>
    </message>
    <message>
        <source>Add scenario {name}</source>
        <translation>添加情景“{name}”</translation>
    </message>
    <message>
        <source>Remove scenario {name}</source>
        <translation>移除情景“{name}”</translation>
    </message>
    <message>
        <source>Rename scenario to {name}</source>
        <translation>将情景重命名为“{name}”</translation>
    </message>
    <message>
        <source>Move the scenario&apos;s start</source>
        <translation>移动情景的起点</translation>
    </message>
    <message>
        <source>Change period and filters</source>
        <translation>更改周期与筛选</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>回到当前</translation>
    </message>
    <message>
        <source>Show as of {period}</source>
        <translation>查看截至 {period} 的数据</translation>
    </message>
    <message>
        <source>All segments again</source>
        <translation>恢复全部细分</translation>
    </message>
    <message>
        <source>Only {segment}</source>
        <translation>只看“{segment}”</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation>重命名为“{name}”</translation>
    </message>
    <message>
        <source>Note at {period}</source>
        <translation>{period}的备注</translation>
    </message>
    <message>
        <source>Set the target of {metric}</source>
        <translation>设定{metric}的目标</translation>
    </message>
    <message>
        <source>“{question}” is no question for these data.</source>
        <translation>这些数据无法回答“{question}”。</translation>
    </message>
    <message>
        <source>There is no such figure, or it is 0.</source>
        <translation>没有这项指标，或其值为 0。</translation>
    </message>
    <message>
        <source>Reset all drivers</source>
        <translation>重置所有驱动因素</translation>
    </message>
    <message>
        <source>What-if: {question}</source>
        <translation>假设分析：{question}</translation>
    </message>
    <message>
        <source>Ramp changes over {n} {n|month|months}</source>
        <translation>变动在 {n} 个月内逐步生效</translation>
    </message>
    <message>
        <source>Note on a scenario</source>
        <translation>情景备注</translation>
    </message>
    <message>
        <source>Duplicate the scenario</source>
        <translation>复制情景</translation>
    </message>
    <message>
        <source>Scenario {n}</source>
        <translation>情景 {n}</translation>
    </message>
    <message>
        <source>Set {driver} of {part} to {value}</source>
        <translation>把 {part} 的 {driver} 设为 {value}</translation>
    </message>
    <message>
        <source>Define {name}</source>
        <translation>定义 {name}</translation>
    </message>
    <message>
        <source>Change the report</source>
        <translation>更改报告</translation>
    </message>
    <message>
        <source>Add to the report</source>
        <translation>添加到报告</translation>
    </message>
    <message>
        <source>Take out of the report</source>
        <translation>从报告中移除</translation>
    </message>
    <message>
        <source>Change the order of the report</source>
        <translation>更改报告顺序</translation>
    </message>
    <message>
        <source>Change a section of the report</source>
        <translation>更改报告的一页</translation>
    </message>
    <message>
        <source>State the range of {driver}</source>
        <translation>设定“{driver}”的范围</translation>
    </message>
    <message>
        <source>State how {one} and {other} move together</source>
        <translation>设定{one}与{other}的联动</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>D</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>W</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>M</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Q</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>前一日</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Previous quarter</source>
        <translation>上季</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>上年</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>近 {n} 天</translation>
    </message>
    <message>
        <source>Last {n} weeks</source>
        <translation>近 {n} 周</translation>
    </message>
    <message>
        <source>Last {n} months</source>
        <translation>近 {n} 个月</translation>
    </message>
    <message>
        <source>Last {n} quarters</source>
        <translation>近 {n} 个季度</translation>
    </message>
    <message>
        <source>Last {n} years</source>
        <translation>近 {n} 年</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部周期</translation>
    </message>
    <message>
        <source>As of {period}</source>
        <translation>截至 {period}</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} 个值</translation>
    </message>
    <message>
        <source>{n} more {n|filter|filters}</source>
        <translation>另有 {n} 项筛选</translation>
    </message>
    <message>
        <source>+{n} {n|filter|filters}</source>
        <translation>+{n} 项筛选</translation>
    </message>
    <message>
        <source>+{n}</source>
        <translation>+{n}</translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>The data do not give it.</source>
        <translation>现有数据算不出它。</translation>
    </message>
    <message>
        <source>one sheet: {columns} and {n} more</source>
        <translation>一张表：{columns}，另有{n}列</translation>
    </message>
    <message>
        <source>one sheet: {columns}</source>
        <translation>一张表：{columns}</translation>
    </message>
    <message>
        <source>one column: {columns}</source>
        <translation>一列：{columns}</translation>
    </message>
    <message>
        <source>columns: {columns}</source>
        <translation>几列：{columns}</translation>
    </message>
</context>
<context>
    <name>custom</name>
    <message>
        <source>Custom KPI {name} is left out, place {place} of its formula: {problem}</source>
        <translation>未采用自定义指标 {name}，公式第 {place} 个字符：{problem}</translation>
    </message>
    <message>
        <source>“{name}” is no name: use small letters, digits and _, a letter first.</source>
        <translation>“{name}”不能作为标识：请用小写字母、数字和 _，并以字母开头。</translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation>名称 {name} 已被占用。</translation>
    </message>
    <message>
        <source>{name} cannot be computed from itself.</source>
        <translation>{name} 不能由自身计算。</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>There is no KPI called {name}.</source>
        <translation>没有名为 {name} 的指标。</translation>
    </message>
    <message>
        <source>“{unit}” is no unit; write one such as share, money / customer or day.</source>
        <translation>“{unit}”不是单位；请写 share、money / customer 或 day 之类。</translation>
    </message>
    <message>
        <source>The formula gives {found}, not {declared}.</source>
        <translation>公式的结果是 {found}，而不是 {declared}。</translation>
    </message>
    <message>
        <source>A file of custom KPIs has a section [kpi.&lt;id&gt;] or [target.&lt;id&gt;] for each, no other</source>
        <translation>自定义指标文件中每项为一个 [kpi.&lt;id&gt;] 或 [target.&lt;id&gt;] 小节，不能有其他内容</translation>
    </message>
    <message>
        <source>The file of custom KPIs is too long</source>
        <translation>自定义指标文件过长</translation>
    </message>
    <message>
        <source>The custom KPIs cannot be read: {problem}</source>
        <translation>无法读取自定义指标：{problem}</translation>
    </message>
    <message>
        <source>Custom KPI {name}: “{key}” is missing or not understood</source>
        <translation>自定义指标 {name}：“{key}”缺失或无法识别</translation>
    </message>
    <message>
        <source>It may have {keys}; good is up, down or none.</source>
        <translation>可用的键为 {keys}；good 为 up、down 或 none。</translation>
    </message>
    <message>
        <source>{name} is no text in UTF-8</source>
        <translation>{name} 不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>The workspace has no KPIs or targets of your own</source>
        <translation>工作区中没有您自己的指标或目标</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>Target of {name}: “{key}” is missing or not understood</source>
        <translation>{name} 的目标：缺少“{key}”或无法识别</translation>
    </message>
    <message>
        <source>It may have {keys}, each a number.</source>
        <translation>可以有 {keys}，均为数字。</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>A workspace is opened alone, without other files beside it</source>
        <translation>工作区须单独打开，不能与其他文件一起打开</translation>
    </message>
    <message>
        <source>{path}: no such file or folder</source>
        <translation>{path}：没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>No table to compute from was recognised in {files}</source>
        <translation>在 {files} 中没有识别出可用于计算的数据表</translation>
    </message>
    <message>
        <source>Found {tables}.</source>
        <translation>找到：{tables}。</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>{n} currencies in {table}: {values}.</source>
        <translation>{table}里有{n}种货币：{values}。</translation>
    </message>
    <message>
        <source>Give their rates in the workspace; amounts without a rate are left out and counted.</source>
        <translation>请在工作区给出汇率；没有汇率的金额不计入，但会清点。</translation>
    </message>
    <message>
        <source>{n} {n|value|values} of {role} in {table} {n|is|are} far from all others, up to {most}.</source>
        <translation>{table}的{role}有{n}个值与其他值相差悬殊，最极端的是{most}。</translation>
    </message>
    <message>
        <source>Check for a slipped decimal point, another currency or another unit.</source>
        <translation>请检查小数点是否错位，或货币、单位是否不同。</translation>
    </message>
    <message>
        <source>From {period} on {role} in {table} is about {factor} times what it was.</source>
        <translation>从{period}起，{table}的{role}约为之前的{factor}倍。</translation>
    </message>
    <message>
        <source>Cents instead of units, or thousands? Export all of it in one unit.</source>
        <translation>是不是由元变成了分，或变成了千元？请统一单位后导出。</translation>
    </message>
    <message>
        <source>All {n} rows in {table} have the same {role}: {value}.</source>
        <translation>{table}的全部{n}行{role}都一样：{value}。</translation>
    </message>
    <message>
        <source>This may be the day of the export or a default; is the right column there?</source>
        <translation>这可能是导出日期或默认值；真正要的列在吗？</translation>
    </message>
    <message>
        <source>{n} {n|period is|periods are} missing in {table} between others: {periods}.</source>
        <translation>{table}中间缺了{n}个周期：{periods}。</translation>
    </message>
    <message>
        <source>Export the missing time, too; until then totals are too low there, not nought.</source>
        <translation>请把缺的时间也导出；在此之前那里的合计偏低，而不是零。</translation>
    </message>
    <message>
        <source>On {day} {n} customers end in {table} and {others} others begin, at similar prices.</source>
        <translation>{day}，{table}里有{n}个客户结束，同时另有{others}个以相近的价格开始。</translation>
    </message>
    <message>
        <source>Were ids or the billing system changed? Map the old ids to the new ones, or churn is wrong.</source>
        <translation>是否换过编号或计费系统？请把旧编号对应到新编号，否则流失率不对。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} {n|names|name} a {role} that {other} does not list: {examples}.</source>
        <translation>{table}有{n}行的{role}不在{other}里：{examples}。</translation>
    </message>
    <message>
        <source>Export both tables for the same time and all states; the rows count, but in no segment.</source>
        <translation>请按同一时间范围、全部状态导出两张表；这些行照样计入，但不属于任何细分。</translation>
    </message>
    <message>
        <source>No {role} in {table} stands in {other}: {examples}.</source>
        <translation>{table}的{role}没有一个出现在{other}里：{examples}。</translation>
    </message>
    <message>
        <source>The two use different ids, so nothing can be joined: export both with the same one.</source>
        <translation>两张表用的编号不同，无法关联：请用同一种编号导出。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} {n|is|are} the same as another in every cell.</source>
        <translation>{table}有{n}行与另一行的每个单元格都相同。</translation>
    </message>
    <message>
        <source>Drop them if the export wrote them twice; keep them if each is a sale of its own.</source>
        <translation>如果是重复导出，请去掉；如果各是一笔交易，请保留。</translation>
    </message>
    <message>
        <source>{n} {n|row repeats|rows repeat} a {role} in {table} with other cells beside it.</source>
        <translation>{table}有{n}行的{role}重复，但其他单元格不同。</translation>
    </message>
    <message>
        <source>See which of the rows holds now; keep the last one if the export adds new states.</source>
        <translation>请看哪一行现在有效；如果导出是追加新状态，请保留最后一行。</translation>
    </message>
    <message>
        <source>{n} {n|customer has|customers have} several ids in {table} by their {role}: {examples}.</source>
        <translation>从{role}看，{table}有{n}个客户有多个编号：{examples}。</translation>
    </message>
    <message>
        <source>Churn and new customers are counted for each id: merge the ids in the source.</source>
        <translation>流失和新客户按编号计算：请在源文件里合并编号。</translation>
    </message>
    <message>
        <source>{n} {role} in {table} {n|is|are} written in several ways: {examples}.</source>
        <translation>{table}有{n}个{role}写法不一：{examples}。</translation>
    </message>
    <message>
        <source>Merge the spellings by a correction, so that each customer is counted once.</source>
        <translation>请用一项更正合并写法，让每个客户只算一次。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {role} lies in the future.</source>
        <translation>{table}有{n}行的{role}在未来。</translation>
    </message>
    <message>
        <source>Check the date order of the column, or correct these cells in the source.</source>
        <translation>请检查该列的年月日顺序，或在源文件里更正这些单元格。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {role} lies before 2000.</source>
        <translation>{table}有{n}行的{role}早于 2000 年。</translation>
    </message>
    <message>
        <source>Such dates often stand for “unknown”. Empty them or correct them in the source.</source>
        <translation>这样的日期往往表示“未知”。请在源文件里清空或更正。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {end} lies before {start}.</source>
        <translation>{table}有{n}行的{end}早于{start}。</translation>
    </message>
    <message>
        <source>Check that the two columns are not exchanged and have the same date order.</source>
        <translation>请检查两列是否弄反，年月日顺序是否一致。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {role} is negative.</source>
        <translation>{table}有{n}行的{role}是负数。</translation>
    </message>
    <message>
        <source>If these are refunds or credits, give them a column or a table of their own.</source>
        <translation>如果是退款或抵扣，请单独放一列或一张表。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} cost nothing and so count neither as MRR nor as customers.</source>
        <translation>{table}有{n}行价格为零，既不计入 MRR，也不算客户。</translation>
    </message>
    <message>
        <source>That is right for free plans and trials; else the price is missing.</source>
        <translation>免费方案和试用本该如此；否则就是缺了价格。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} look like tests or demos by their {role}.</source>
        <translation>从{role}看，{table}有{n}行像是测试或演示。</translation>
    </message>
    <message>
        <source>Leave them out by a condition if they are not customers.</source>
        <translation>如果不是客户，请用条件把它们去掉。</translation>
    </message>
    <message>
        <source>Looking the data over</source>
        <translation>正在检查数据</translation>
    </message>
    <message>
        <source>Looking what can be computed</source>
        <translation>正在查看能计算什么</translation>
    </message>
</context>
<context>
    <name>engines</name>
    <message>
        <source>{table} has no plain columns; bring it as a file</source>
        <translation>“{table}”没有规整的列，请改为导入文件</translation>
    </message>
    <message>
        <source>ClickHouse does not answer: {reason}</source>
        <translation>ClickHouse 没有响应：{reason}</translation>
    </message>
    <message>
        <source>PostgreSQL does not answer: {reason}</source>
        <translation>PostgreSQL 没有响应：{reason}</translation>
    </message>
    <message>
        <source>The engine has no table {table}: {reason}</source>
        <translation>引擎中没有表“{table}”：{reason}</translation>
    </message>
    <message>
        <source>write it as schema.table, as the database knows it</source>
        <translation>请写成“schema.table”，与数据库中的名称一致</translation>
    </message>
    <message>
        <source>Trino does not answer: {reason}</source>
        <translation>Trino 没有响应：{reason}</translation>
    </message>
    <message>
        <source>{url} names no engine that is known</source>
        <translation>“{url}”不是已知的引擎地址</translation>
    </message>
    <message>
        <source>Known are spark://, postgres://, trino:// and clickhouse://.</source>
        <translation>支持 spark://、postgres://、trino:// 和 clickhouse://。</translation>
    </message>
    <message>
        <source>{engine} needs the library {library}, which is not installed</source>
        <translation>{engine} 需要 {library} 库，但它尚未安装</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;kpidesk[{extra}]&apos;</source>
        <translation>安装命令：pip install &apos;kpidesk[{extra}]&apos;</translation>
    </message>
</context>
<context>
    <name>explore</name>
    <message>
        <source>Looking up the rows</source>
        <translation>正在查找行</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>{file} could not be written: {why}</source>
        <translation>无法写入“{file}”：{why}</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another place.</source>
        <translation>在其他程序中关闭该文件，或另选位置。</translation>
    </message>
    <message>
        <source>There is no table to export</source>
        <translation>没有可导出的表格</translation>
    </message>
    <message>
        <source>Files ending in “{suffix}” cannot be written</source>
        <translation>无法写入以“{suffix}”结尾的文件</translation>
    </message>
    <message>
        <source>Choose one of {suffixes}.</source>
        <translation>可选：{suffixes}。</translation>
    </message>
    <message>
        <source>Pictures cannot be painted here</source>
        <translation>此处无法绘制图片</translation>
    </message>
    <message>
        <source>There is no chart to export</source>
        <translation>没有可导出的图表</translation>
    </message>
    <message>
        <source>Drivers: type over one, and everything that follows from it moves</source>
        <translation>驱动因素：改写任意一个，由它推出的指标随之变化</translation>
    </message>
    <message>
        <source>What was read and counted</source>
        <translation>读入与统计的数值</translation>
    </message>
    <message>
        <source>The drivers as these amounts give them</source>
        <translation>由以上数值算出的驱动因素</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>There are no numbers to export</source>
        <translation>没有可导出的数字</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>{period} (incomplete)</source>
        <translation>{period}（不完整）</translation>
    </message>
    <message>
        <source>More rows than a sheet holds were left out</source>
        <translation>超出工作表上限的行未写入</translation>
    </message>
    <message>
        <source>Exporting {file}</source>
        <translation>正在导出 {file}</translation>
    </message>
    <message>
        <source>Exported {file}.</source>
        <translation>已导出 {file}。</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Slides (*.pptx)</source>
        <translation>演示文稿 (*.pptx)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Typed tables (*.parquet)</source>
        <translation>带类型的表格 (*.parquet)</translation>
    </message>
    <message>
        <source>{rows} more {rows|row|rows} in the workbook</source>
        <translation>另有 {rows} 行见工作簿</translation>
    </message>
    <message>
        <source>{rows} more {rows|column|columns} in the workbook</source>
        <translation>工作簿中另有 {rows} 列</translation>
    </message>
    <message>
        <source>A picture: PowerPoint has no chart of this kind</source>
        <translation>图片：PowerPoint 没有此类图表</translation>
    </message>
    <message>
        <source>{file} cannot be read as slides</source>
        <translation>{file} 无法作为幻灯片读取</translation>
    </message>
    <message>
        <source>Open it in PowerPoint and save it as .pptx or .potx.</source>
        <translation>在 PowerPoint 中打开并另存为 .pptx 或 .potx。</translation>
    </message>
    <message>
        <source>{file} could not be read: {why}</source>
        <translation>无法读取 {file}：{why}</translation>
    </message>
    <message>
        <source>These slides have no layout to add pages with</source>
        <translation>这些幻灯片没有可用于添加页面的版式</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Type the value that a driver shall take into a cell of a Change column; the Value column follows.</source>
        <translation>在“更改”列输入驱动因素的取值，“数值”列随之变化。</translation>
    </message>
    <message>
        <source>Baseline, {period}</source>
        <translation>基准，{period}</translation>
    </message>
    <message>
        <source>Change: {name}</source>
        <translation>更改：{name}</translation>
    </message>
    <message>
        <source>Value: {name}</source>
        <translation>数值：{name}</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>配方 (*.toml)</translation>
    </message>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>打印机未接收页面。</translation>
    </message>
    <message>
        <source>See whether it is on, or export the pages as PDF.</source>
        <translation>检查打印机是否开启，或将页面导出为 PDF。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Sent {n} {n|page|pages} to the printer.</source>
        <translation>已将 {n} 页发送到打印机。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>此电脑未设置打印机。</translation>
    </message>
    <message>
        <source>The same pages can be kept as a PDF.</source>
        <translation>可将同样的页面保存为 PDF。</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出为 PDF</translation>
    </message>
    <message>
        <source>Replacing names of customers</source>
        <translation>正在替换客户名称</translation>
    </message>
    <message>
        <source>It is not known yet which names of customers have to be replaced.</source>
        <translation>还不知道有哪些客户名称需要替换。</translation>
    </message>
    <message>
        <source>Nothing was taken away. Try again when the numbers are there.</source>
        <translation>没有导出任何内容。请等数字算好后再试。</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>{n} {n|row|rows} of {table} left out: {n|it repeats|they repeat} another row</source>
        <translation>“{table}”有 {n} 行未计入：与其他行重复</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no such customer</source>
        <translation>“{table}”有 {n} 行未计入：没有这位客户</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: the customer&apos;s own row says it already</source>
        <translation>“{table}”有 {n} 行未计入：客户自己的行已有记录</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: outside the customer&apos;s time</source>
        <translation>“{table}”有 {n} 行未计入：不在该客户的存续期内</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no amount</source>
        <translation>“{table}”有 {n} 行未计入：没有金额</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} in {currencies} left out: no rate to {base} is set</source>
        <translation>“{table}”有 {n} 行未计入（{currencies}）：没有设置兑 {base} 的汇率</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no customer</source>
        <translation>“{table}”有 {n} 行未计入：没有客户</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no start date</source>
        <translation>“{table}”有 {n} 行未计入：没有开始日期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: starts after the last known day</source>
        <translation>“{table}”有 {n} 行未计入：开始日期晚于数据截止日</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: ends before it starts</source>
        <translation>“{table}”有 {n} 行未计入：结束早于开始</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: ends on the day it starts</source>
        <translation>“{table}”有 {n} 行未计入：开始当天即结束</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no price</source>
        <translation>“{table}”有 {n} 行未计入：没有价格</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: free, or paid once only</source>
        <translation>“{table}”有 {n} 行未计入：免费，或只付一次</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: negative price</source>
        <translation>“{table}”有 {n} 行未计入：价格为负数</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: gone, and no date says since when</source>
        <translation>“{table}”有 {n} 行未计入：已离开，但没有日期说明何时离开</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: for time after the subscription&apos;s end</source>
        <translation>“{table}”有 {n} 行未计入：对应订阅结束之后的时间</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out of recurring revenue: no period</source>
        <translation>“{table}”有 {n} 行未计入经常性收入：没有账期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: void or failed</source>
        <translation>“{table}”有 {n} 行未计入：已作废或失败</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no date</source>
        <translation>“{table}”有 {n} 行未计入：没有日期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: after the last known day</source>
        <translation>“{table}”有 {n} 行未计入：晚于数据截止日</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: cancelled, unpaid or failed</source>
        <translation>“{table}”有 {n} 行未计入：已取消、未付款或失败</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: payouts and fees, no sales</source>
        <translation>“{table}”有 {n} 行未计入：提现和手续费，不是销售</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} counted with the line on which the amount of the order stands: by product, all of it is that line&apos;s</source>
        <translation>“{table}”中 {n} 行已随订单金额所在的行计入：按产品拆分时金额全归那一行</translation>
    </message>
    <message>
        <source>{table} left out: {other} already has all of its {n} {n|row|rows}</source>
        <translation>“{table}”未计入：其 {n} 行均已包含在“{other}”中</translation>
    </message>
    <message>
        <source>{table} has amounts but no billing period: what they are a month is unknown</source>
        <translation>“{table}”有金额但没有计费周期：无法得知每月金额</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: a trial that was never paid</source>
        <translation>“{table}”有 {n} 行未计入：从未付费的试用</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: not begun yet, or free</source>
        <translation>“{table}”有 {n} 行未计入：尚未开始，或免费</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: cancelled, and no date says when</source>
        <translation>“{table}”有 {n} 行未计入：已取消，但没有日期说明何时取消</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: billing interval not known ({values})</source>
        <translation>“{table}”有 {n} 行未计入：计费周期未知（{values}）</translation>
    </message>
    <message>
        <source>{n} cancelled {n|row|rows} in {table} have no date: when they left is unknown</source>
        <translation>“{table}”有 {n} 行已取消但没有日期：无法得知何时离开</translation>
    </message>
    <message>
        <source>{n} cancelled {n|row|rows} in {table} cannot be counted, and no other row ends: the data page says why</source>
        <translation>{table} 中有 {n} 行已取消的记录无法计入，其余各行均未结束：原因见数据页</translation>
    </message>
    <message>
        <source>{table} holds no cancelled row in all its months: only those who stayed, it seems</source>
        <translation>“{table}”在所有月份中都没有已取消的行：似乎只含留下的客户</translation>
    </message>
    <message>
        <source>{n} {n|cell|cells} of {column} in {table} {n|is|are} no date</source>
        <translation>“{table}”的 {column} 有 {n} 个单元格不是日期</translation>
    </message>
    <message>
        <source>{n} {n|cell|cells} of {column} in {table} {n|is|are} no yes or no</source>
        <translation>“{table}”的 {column} 有 {n} 个单元格不是“是”或“否”</translation>
    </message>
    <message>
        <source>{n} {n|cell|cells} of {column} in {table} {n|is|are} no number</source>
        <translation>“{table}”的 {column} 有 {n} 个单元格不是数字</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} far after all others, at {day}: a slip, or a plan</source>
        <translation>“{table}”有 {n} 行远晚于其他所有行，日期为{day}：可能是笔误，或是计划</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} far before all others, at {day}: a slip?</source>
        <translation>“{table}”有 {n} 行远早于其他所有行，日期为{day}：可能是笔误？</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers} of {table} had more than one plan: each row of {tables} counts under the plan of the subscription that it names, all else under that of the customer&apos;s latest one</source>
        <translation>“{table}”有 {n} 位客户有过不止一个套餐：{tables}的每一行按其注明的订阅的套餐计，其余按该客户最新的套餐计</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers} of {table} had more than one plan: the one of the latest row counts throughout, but for the amounts of {tables}, whose rows name their subscription</source>
        <translation>“{table}”有 {n} 位客户有过不止一个套餐：全程按最新一行的套餐计，只有{tables}的金额按各行注明的订阅计</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers} of {table} had more than one plan: the one of the latest row counts throughout</source>
        <translation>“{table}”有 {n} 位客户有过不止一个套餐：全程按最新一行的套餐计</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} past due count in full: no date says since when</source>
        <translation>“{table}”有 {n} 行逾期，仍全额计入：没有日期说明何时起逾期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} {n|is|are} paused, no date says since when: taken to end now</source>
        <translation>“{table}”有 {n} 行已暂停，没有日期说明何时起：按现在结束计</translation>
    </message>
    <message>
        <source>from orders: a customer is active until {n} days after the last order</source>
        <translation>按订单：客户在最近一单后 {n} 天内视为活跃</translation>
    </message>
    <message>
        <source>“{said}” = “{first}”</source>
        <translation>“{said}” = “{first}”</translation>
    </message>
    <message>
        <source>{n} {n|spelling|spellings} of customers taken for the same ones: {examples}</source>
        <translation>{n} 种客户写法已视为同一客户：{examples}</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} not counted: no score</source>
        <translation>{table} 中 {n} 行未计入：没有评分</translation>
    </message>
    <message>
        <source>The scores of {table} go up to {top}: CSAT is the share of {second} and {top}</source>
        <translation>“{table}”的评分最高为 {top} 分：客户满意度为 {second} 分和 {top} 分的占比</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} not counted: a score that is not from {low} to {high}</source>
        <translation>“{table}”有 {n} 行未计入：评分不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>{table} ends with {month}, other tables are known until {day}: whoever is in its last month is taken to stay</source>
        <translation>“{table}”止于 {month}，其他表的数据截至 {day}：最后一个月仍在表中的客户按继续留存计算</translation>
    </message>
    <message>
        <source>Usage is told by the day: visits cannot be counted without times of day, or events that name their session.</source>
        <translation>使用情况只记到日：没有时刻、事件也不注明会话时，无法统计访问次数。</translation>
    </message>
    <message>
        <source>Active users are told as counts of each day: how many different ones they were in a week or a month no sum of days tells.</source>
        <translation>活跃用户是按每天的人数给出的：一周或一月内共有多少不同的用户，无法由各天相加得出。</translation>
    </message>
    <message>
        <source>Usage is told by the month: it gives active users of a month, but no activation, no active users of a day or week and no visits.</source>
        <translation>使用情况按月汇总：可以统计月活跃用户，无法统计激活、日活跃和周活跃用户以及访问次数。</translation>
    </message>
    <message>
        <source>events with their time of day, or the name of their session</source>
        <translation>带时刻或注明会话的事件</translation>
    </message>
    <message>
        <source>events that name their user, or active users of each month</source>
        <translation>写明用户的事件，或每月的活跃用户数</translation>
    </message>
    <message>
        <source>events with their time, not sums of a month</source>
        <translation>带时间的逐条事件，而不是按月汇总</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: usage by the month, which other sheets tell by the day</source>
        <translation>{table} 中有 {n} 行未计入：按月汇总的使用情况，其他表已按日记录</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} before {day}, in months with more sign-ups than events: what was done then was mostly not recorded, and is not known.</source>
        <translation>“{table}”在{day}之前有 {n} 行，所在月份的注册多于事件：当时的使用大多没有记录，因此未知。</translation>
    </message>
    <message>
        <source>no rows from {first} to {last}</source>
        <translation>{first} 至 {last} 没有数据行</translation>
    </message>
    <message>
        <source>{table} has no rows from {first} to {last}, and many before and after: figures of that time are not known.</source>
        <translation>{table} 在 {first} 至 {last} 之间没有任何行，而前后都有很多：这段时间的数字未知。</translation>
    </message>
    <message>
        <source>“{table}” names no lead: its deals are no stage of the funnel of leads.</source>
        <translation>“{table}”没有线索编号：其中的商机不是线索漏斗的一个阶段。</translation>
    </message>
    <message>
        <source>How often {table} is billed is told by the days of each row&apos;s paid period: no column names it</source>
        <translation>“{table}”没有说明计费周期的列：多久计费一次由每行已付期间的天数得出</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: {other} tells {n|it|them} too</source>
        <translation>“{table}”有 {n} 行未计入：“{other}”中也有</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} {n|has|have} an id, a day and a customer that {other} has too, with other cells: both are counted. Leave one of them out if they tell the same</source>
        <translation>“{table}”有 {n} 行的编号、日期和客户与“{other}”相同，而其他单元格不同：两者都计入。若说的是同一件事，请去掉其中一份</translation>
    </message>
    <message>
        <source>{table} begins on {first}, in the midst of a month: figures of that month are too small, and marked as incomplete.</source>
        <translation>{table} 从 {first} 才开始，不是月初：该月的数字偏小，已标为不完整。</translation>
    </message>
    <message>
        <source>{n} {n|deal|deals} of {table} won without an amount: not in the average deal size</source>
        <translation>“{table}”有 {n} 笔赢单没有金额：未计入平均成交金额</translation>
    </message>
    <message>
        <source>The periods of {table} are those of a fiscal year: it is taken to start in January</source>
        <translation>“{table}”的期间属于财年：视为从一月开始</translation>
    </message>
    <message>
        <source>If it starts in another month, say so in the workspace&apos;s rules.</source>
        <translation>如果财年从其他月份开始，请在工作区规则中说明。</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Access is denied</source>
        <translation>没有访问权限</translation>
    </message>
    <message>
        <source>No space left on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Another program has it open</source>
        <translation>正被其他程序打开</translation>
    </message>
    <message>
        <source>The disk can only be read</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>No such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>It is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <source>The disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
</context>
<context>
    <name>formula</name>
    <message>
        <source>The formula is longer than {most} characters. Shorten it.</source>
        <translation>公式超过 {most} 个字符，需缩短。</translation>
    </message>
    <message>
        <source>There is no function {name}. Known ones: {known}.</source>
        <translation>没有函数 {name}。可用函数：{known}。</translation>
    </message>
    <message>
        <source>{name} takes {fewest} to {most} values, not {count}.</source>
        <translation>{name} 接受 {fewest} 到 {most} 个值，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The formula ends too early.</source>
        <translation>公式不完整。</translation>
    </message>
    <message>
        <source>“{text}” is not expected at place {place} of the formula.</source>
        <translation>公式第 {place} 个字符处不应出现“{text}”。</translation>
    </message>
    <message>
        <source>The formula is nested too deeply or has too many parts.</source>
        <translation>公式嵌套过深或组成部分过多。</translation>
    </message>
    <message>
        <source>There is no KPI called {name}.</source>
        <translation>没有名为 {name} 的指标。</translation>
    </message>
    <message>
        <source>{left} and {right} cannot be added or subtracted.</source>
        <translation>{left} 与 {right} 不能相加或相减。</translation>
    </message>
    <message>
        <source>{function} cannot take values of these units together: {units}.</source>
        <translation>{function} 不能同时使用这些单位的值：{units}。</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Engine and readers</source>
        <translation>引擎与读取组件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Log and unsaved work</source>
        <translation>日志与未保存的工作</translation>
    </message>
    <message>
        <source>Crash reports</source>
        <translation>崩溃报告</translation>
    </message>
    <message>
        <source>Free space there</source>
        <translation>该处可用空间</translation>
    </message>
    <message>
        <source>none; Chinese texts cannot be shown</source>
        <translation>没有；无法显示中文</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Font for Chinese</source>
        <translation>中文字体</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>{name} holds no table.</source>
        <translation>“{name}”中没有表格。</translation>
    </message>
    <message>
        <source>A table has a row of column names and rows below it, on a sheet of its own.</source>
        <translation>表格应有一行列名，下面是数据行，并单独放在一张工作表中。</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Reading {n} {n|file|files}</source>
        <translation>正在读取 {n} 个文件</translation>
    </message>
    <message>
        <source>The clipboard holds no table</source>
        <translation>剪贴板中没有表格</translation>
    </message>
    <message>
        <source>Copy cells in a spreadsheet, then paste them here.</source>
        <translation>请先在电子表格中复制单元格，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Importing {count} {count|table|tables}</source>
        <translation>正在导入 {count} 个数据表</translation>
    </message>
    <message>
        <source>{file} is not there any more, so {name} cannot be read again</source>
        <translation>{file}已不在原处，无法重新读取{name}</translation>
    </message>
    <message>
        <source>Put the file back, or import it from where it is now.</source>
        <translation>请把文件放回原处，或从现在的位置导入。</translation>
    </message>
    <message>
        <source>{file} does not hold {name} any more</source>
        <translation>{file}里已没有{name}</translation>
    </message>
    <message>
        <source>The file was changed: import it anew.</source>
        <translation>文件已改动：请重新导入。</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>正在加载 {name}</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}</source>
        <translation>无法读取文件：{reason}</translation>
    </message>
    <message>
        <source>{name} could not be loaded: {reason}</source>
        <translation>无法加载“{name}”：{reason}</translation>
    </message>
</context>
<context>
    <name>ingest</name>
    <message>
        <source>Some characters do not fit the encoding {encoding} and are shown as �.</source>
        <translation>部分字符不符合编码 {encoding}，显示为 �。</translation>
    </message>
    <message>
        <source>yes or no: {words}</source>
        <translation>是或否：{words}</translation>
    </message>
    <message>
        <source>kept as text: {count} {count|value starts|values start} with 0</source>
        <translation>保留为文本：{count} 个值以 0 开头</translation>
    </message>
    <message>
        <source>kept as text: {count} {count|value has|values have} 16 digits or more</source>
        <translation>保留为文本：{count} 个值达 16 位或更多</translation>
    </message>
    <message>
        <source>kept as text: the header names an id</source>
        <translation>保留为文本：列标题是编号</translation>
    </message>
    <message>
        <source>digits are lost: a spreadsheet shortened {count} {count|id|ids}, such as {text}; export them as text</source>
        <translation>数字已丢失：电子表格缩写了 {count} 个编号，例如 {text}；请以文本格式导出</translation>
    </message>
    <message>
        <source>kept as text: some hold letters, such as {text}</source>
        <translation>保留为文本：部分含字母，例如 {text}</translation>
    </message>
    <message>
        <source>shown as percents in the workbook</source>
        <translation>在工作簿中显示为百分比</translation>
    </message>
    <message>
        <source>shown as money in the workbook</source>
        <translation>在工作簿中显示为金额</translation>
    </message>
    <message>
        <source>lengths of time, such as {text}</source>
        <translation>时长，例如 {text}</translation>
    </message>
    <message>
        <source>day first: {count} {count|row shows|rows show} it</source>
        <translation>日在前：{count} 行可以看出</translation>
    </message>
    <message>
        <source>month first: {count} {count|row shows|rows show} it</source>
        <translation>月在前：{count} 行可以看出</translation>
    </message>
    <message>
        <source>{count} {count|row reads|rows read} the other way round</source>
        <translation>{count} 行的顺序相反</translation>
    </message>
    <message>
        <source>day and month could be exchanged: no row shows which comes first</source>
        <translation>日与月可能颠倒：没有任何一行能看出先后</translation>
    </message>
    <message>
        <source>year first</source>
        <translation>年在前</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>months without a year</source>
        <translation>没有年份的月份</translation>
    </message>
    <message>
        <source>days without a year</source>
        <translation>没有年份的日期</translation>
    </message>
    <message>
        <source>year first, without signs between</source>
        <translation>年在前，中间无分隔符</translation>
    </message>
    <message>
        <source>days counted from 1900, as spreadsheets do</source>
        <translation>从 1900 年起计的天数（电子表格的方式）</translation>
    </message>
    <message>
        <source>seconds counted from 1970</source>
        <translation>从 1970 年起计的秒数</translation>
    </message>
    <message>
        <source>decimal comma: {count} {count|value shows|values show} it</source>
        <translation>小数点为逗号：{count} 个值可以看出</translation>
    </message>
    <message>
        <source>percent signs</source>
        <translation>百分号</translation>
    </message>
    <message>
        <source>currency signs</source>
        <translation>货币符号</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>“{file}”是空的。</translation>
    </message>
    <message>
        <source>Export it again, or import another file.</source>
        <translation>请重新导出，或导入其他文件。</translation>
    </message>
    <message>
        <source>{file} is one endless line: it has no rows.</source>
        <translation>“{file}”只有一个超长的行，没有分行。</translation>
    </message>
    <message>
        <source>Export it again as CSV, one line for each row.</source>
        <translation>请重新导出为 CSV，每行数据占一行。</translation>
    </message>
    <message>
        <source>{file} is not a table: it holds no readable text.</source>
        <translation>“{file}”不是表格：没有可读的文字。</translation>
    </message>
    <message>
        <source>Export it again as CSV or as an Excel workbook.</source>
        <translation>可重新导出为 CSV 或 Excel 工作簿。</translation>
    </message>
    <message>
        <source>{count} empty {count|byte was|bytes were} left out of the text.</source>
        <translation>文本中有 {count} 个空字节已略去。</translation>
    </message>
    <message>
        <source>{count} {count|row has|rows have} more than {most} cells; those beyond were not read.</source>
        <translation>有 {count} 行超过 {most} 个单元格，超出部分未读取。</translation>
    </message>
    <message>
        <source>{count} {count|row has|rows have} more cells than the {width} of the others.</source>
        <translation>有 {count} 行的单元格多于其他行的 {width} 个。</translation>
    </message>
    <message>
        <source>{count} {count|row has|rows have} fewer cells than the {width} of the others.</source>
        <translation>有 {count} 行的单元格少于其他行的 {width} 个。</translation>
    </message>
    <message>
        <source>{file} is a workbook of a very old Excel.</source>
        <translation>{file} 是非常旧的 Excel 版本的工作簿。</translation>
    </message>
    <message>
        <source>Open it in Excel or LibreOffice and save it as an xlsx file.</source>
        <translation>请用 Excel 或 LibreOffice 打开，另存为 xlsx 文件。</translation>
    </message>
    <message>
        <source>{file} is a document of Office, but no workbook.</source>
        <translation>“{file}”是 Office 文档，但不是工作簿。</translation>
    </message>
    <message>
        <source>Import the workbook, or export the table as CSV.</source>
        <translation>请导入工作簿，或将表格导出为 CSV。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a workbook holds.</source>
        <translation>“{file}”解压后远超正常工作簿的大小。</translation>
    </message>
    <message>
        <source>It was not opened. Save it again in Excel, or export it as CSV.</source>
        <translation>文件未打开。可在 Excel 中重新保存，或导出为 CSV。</translation>
    </message>
    <message>
        <source>{file} holds declarations that no workbook needs.</source>
        <translation>“{file}”含有工作簿不需要的声明。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than can be read.</source>
        <translation>“{file}”解压后远超可读取的大小。</translation>
    </message>
    <message>
        <source>It was not opened. Unpack it and import just the tables that you need.</source>
        <translation>文件没有打开。请先解压，再只导入需要的表格。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be unpacked.</source>
        <translation>“{file}”已损坏，无法解压。</translation>
    </message>
    <message>
        <source>Pack or download it again.</source>
        <translation>请重新打包或重新下载。</translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation>“{file}”有密码保护。</translation>
    </message>
    <message>
        <source>Unpack it with its password and import the files.</source>
        <translation>请用密码解压，再导入其中的文件。</translation>
    </message>
    <message>
        <source>Open it in Excel, save it without a password and import it again.</source>
        <translation>可在 Excel 中打开，去掉密码后保存，再重新导入。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read.</source>
        <translation>“{file}”已损坏，无法读取。</translation>
    </message>
    <message>
        <source>Open it in Excel, save it under a new name and import it again.</source>
        <translation>可在 Excel 中打开，另存为新名称，再重新导入。</translation>
    </message>
    <message>
        <source>{file} changed while it was read.</source>
        <translation>{file} 在读取时发生了变化。</translation>
    </message>
    <message>
        <source>Wait until it is saved, then import it again.</source>
        <translation>请等它保存完毕后再导入。</translation>
    </message>
    <message>
        <source>{file} takes too long to read.</source>
        <translation>“{file}”读取时间过长。</translation>
    </message>
    <message>
        <source>Export the sheets that you need as CSV and import those.</source>
        <translation>可将需要的工作表导出为 CSV 后再导入。</translation>
    </message>
    <message>
        <source>{file} is a web page without a table.</source>
        <translation>{file} 是没有表格的网页。</translation>
    </message>
    <message>
        <source>Export the table again; the page may have asked you to sign in.</source>
        <translation>请重新导出表格；该网页可能要求先登录。</translation>
    </message>
    <message>
        <source>The sheet {sheet} is hidden in Excel. It was read.</source>
        <translation>工作表“{sheet}”在 Excel 中是隐藏的，已一并读取。</translation>
    </message>
    <message>
        <source>{count} {count|cell|cells} far from all others {count|was|were} not read.</source>
        <translation>有 {count} 个单元格离其他数据太远，未读取。</translation>
    </message>
    <message>
        <source>{count} {count|cell holds|cells hold} characters that are damaged in the file; they show as �.</source>
        <translation>{count} 个单元格中有在文件里已损坏的字符，显示为 �。</translation>
    </message>
    <message>
        <source>{count} {count|cell shows|cells show} an error such as #DIV/0! and {count|is|are} empty here.</source>
        <translation>{count} 个单元格显示 #DIV/0! 之类的错误，此处视为空白。</translation>
    </message>
    <message>
        <source>{count} {count|formula has|formulas have} no stored value. Open the file in Excel and save it.</source>
        <translation>{count} 个公式没有已保存的结果。可在 Excel 中打开文件并保存。</translation>
    </message>
    <message>
        <source>The sheet {sheet} could not be read.</source>
        <translation>无法读取工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>{rows} {rows|row|rows} hidden or filtered out in Excel {rows|is|are} read.</source>
        <translation>在 Excel 中隐藏或被筛掉的 {rows} 行也已读取。</translation>
    </message>
    <message>
        <source>{columns} {columns|column|columns} hidden in Excel {columns|is|are} read.</source>
        <translation>在 Excel 中隐藏的 {columns} 列也已读取。</translation>
    </message>
    <message>
        <source>{file} is an archive within archives.</source>
        <translation>“{file}”是多层嵌套的压缩包。</translation>
    </message>
    <message>
        <source>{file} cannot be opened: another program may be using it.</source>
        <translation>无法打开“{file}”：可能正被其他程序使用。</translation>
    </message>
    <message>
        <source>Close it there and import it again.</source>
        <translation>在该程序中关闭后再重新导入。</translation>
    </message>
    <message>
        <source>{file} cannot be opened.</source>
        <translation>无法打开“{file}”。</translation>
    </message>
    <message>
        <source>{file} holds no table.</source>
        <translation>“{file}”中没有表格。</translation>
    </message>
    <message>
        <source>None of the {count} files in {file} can be read: {reason}</source>
        <translation>“{file}”中的 {count} 个文件都无法读取：{reason}</translation>
    </message>
    <message>
        <source>{count} {count|file|files} of other kinds {count|was|were} left out.</source>
        <translation>有 {count} 个其他类型的文件未读取。</translation>
    </message>
    <message>
        <source>{file} is an archive of a kind that is not read.</source>
        <translation>“{file}”是不支持的压缩格式。</translation>
    </message>
    <message>
        <source>Unpack it and import the files.</source>
        <translation>请先解压，再导入其中的文件。</translation>
    </message>
    <message>
        <source>{file} is a picture.</source>
        <translation>“{file}”是图片。</translation>
    </message>
    <message>
        <source>Export the table as CSV or as an Excel workbook.</source>
        <translation>请将表格导出为 CSV 或 Excel 工作簿。</translation>
    </message>
    <message>
        <source>{file} is a PDF document.</source>
        <translation>“{file}”是 PDF 文档。</translation>
    </message>
    <message>
        <source>{file} is a database.</source>
        <translation>“{file}”是数据库。</translation>
    </message>
    <message>
        <source>{file} is a document, no table.</source>
        <translation>“{file}”是文档，不是表格。</translation>
    </message>
    <message>
        <source>{file} is a program.</source>
        <translation>“{file}”是程序。</translation>
    </message>
    <message>
        <source>{file} is a document of Apple Numbers.</source>
        <translation>“{file}”是 Apple Numbers 文档。</translation>
    </message>
    <message>
        <source>Export it from Numbers as an Excel workbook.</source>
        <translation>请在 Numbers 中将其导出为 Excel 工作簿。</translation>
    </message>
    <message>
        <source>{file} is one JSON document too big to read.</source>
        <translation>“{file}”是单个 JSON 文档，太大而无法读取。</translation>
    </message>
    <message>
        <source>Export it as JSON lines or as CSV.</source>
        <translation>请导出为 JSON Lines 或 CSV。</translation>
    </message>
    <message>
        <source>{file} is no whole JSON document.</source>
        <translation>“{file}”不是完整的 JSON 文档。</translation>
    </message>
    <message>
        <source>Export it again, or export the table as CSV.</source>
        <translation>请重新导出，或将表格导出为 CSV。</translation>
    </message>
    <message>
        <source>{file} is JSON, but holds no table.</source>
        <translation>“{file}”是 JSON，但其中没有表格。</translation>
    </message>
    <message>
        <source>Export the table as CSV, or as a list of JSON objects.</source>
        <translation>请将表格导出为 CSV，或导出为 JSON 对象列表。</translation>
    </message>
    <message>
        <source>{count} {count|line is|lines are} no JSON and {count|was|were} left out.</source>
        <translation>有 {count} 行不是 JSON，已略过。</translation>
    </message>
    <message>
        <source>{file} has more than {most} columns.</source>
        <translation>“{file}”的列数超过 {most}。</translation>
    </message>
    <message>
        <source>Export just the columns that you need.</source>
        <translation>请只导出需要的列。</translation>
    </message>
    <message>
        <source>{file} is a damaged Parquet file.</source>
        <translation>“{file}”是已损坏的 Parquet 文件。</translation>
    </message>
    <message>
        <source>Write it again, or export the table as CSV.</source>
        <translation>请重新生成该文件，或将表格导出为 CSV。</translation>
    </message>
    <message>
        <source>Export just the rows and columns that you need.</source>
        <translation>请只导出需要的行和列。</translation>
    </message>
    <message>
        <source>Columns that hold lists or records are shown as JSON.</source>
        <translation>含有列表或记录的列以 JSON 显示。</translation>
    </message>
    <message>
        <source>These {count} sheets are periods of one table and are put together: {names}.</source>
        <translation>这 {count} 个工作表是同一张表的各个时期，合并在一起：{names}。</translation>
    </message>
    <message>
        <source>No column has a date: {period} is taken from the name of the sheet {sheet}.</source>
        <translation>没有日期列：{period} 取自工作表名称“{sheet}”。</translation>
    </message>
    <message>
        <source>The table lies on its side, a record in each column. It was turned.</source>
        <translation>表格是横放的，每列一条记录，已转置。</translation>
    </message>
    <message>
        <source>decimal sign “{mark}”: {count} {count|value|values} of other columns {count|shows|show} it</source>
        <translation>小数点为“{mark}”：其他列有 {count} 个数值如此书写</translation>
    </message>
    <message>
        <source>decimal comma, as days with points and semicolons between columns say</source>
        <translation>小数点为逗号：日期用点、列用分号分隔，可见如此</translation>
    </message>
    <message>
        <source>Customers stand in rows and {n} months beside each other: each became a row of its own.</source>
        <translation>客户在行、{n} 个月份并排为列：每个月份各成一行。</translation>
    </message>
    <message>
        <source>Each row holds one figure, which “{column}” names: each of the {n} names became a column.</source>
        <translation>每行一个数值，由“{column}”说明是哪个指标：{n} 个指标各成一列。</translation>
    </message>
    <message>
        <source>“{part}” is read with the year that stands in “{year}”: {example}.</source>
        <translation>“{part}”与“{year}”中的年份合并读取：{example}。</translation>
    </message>
    <message>
        <source>day first: {count} {count|date|dates} of other columns {count|shows|show} it</source>
        <translation>日在前：其他列的 {count} 个日期可以看出</translation>
    </message>
    <message>
        <source>month first: {count} {count|date|dates} of other columns {count|shows|show} it</source>
        <translation>月在前：其他列的 {count} 个日期可以看出</translation>
    </message>
</context>
<context>
    <name>kpis</name>
    <message>
        <source>Looking up the rows</source>
        <translation>正在查找明细行</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total, each counted once</source>
        <translation>总计，各计一次</translation>
    </message>
    <message>
        <source>{name}, incomplete</source>
        <translation>{name}，不完整</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>{period}, not ended</source>
        <translation>{period}，尚未结束</translation>
    </message>
    <message>
        <source>{known} of {all} have a value</source>
        <translation>{all} 项中 {known} 项有数值</translation>
    </message>
    <message>
        <source>{n} {n|KPI is|KPIs are} being computed</source>
        <translation>正在计算 {n} 个指标</translation>
    </message>
    <message>
        <source>{n} {n|matches|match} with a value, {away} without</source>
        <translation>{n} 项符合且有数值，{away} 项符合但无数值</translation>
    </message>
    <message>
        <source>{n} of {all} match</source>
        <translation>{all} 项中 {n} 项符合</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”.</source>
        <translation>没有叫“{typed}”的内容。</translation>
    </message>
    <message>
        <source>Looking for what to do</source>
        <translation>正在查找可行的办法</translation>
    </message>
    <message>
        <source>Not known, so it cannot be halved</source>
        <translation>数值未知，无法减半</translation>
    </message>
    <message>
        <source>It is 0: there is nothing to halve</source>
        <translation>数值为 0，无需减半</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>&gt;100</source>
        <translation>&gt;100</translation>
    </message>
    <message>
        <source>2025-03</source>
        <translation>2025-03</translation>
    </message>
    <message>
        <source>Words in it; =a; b for these alone; - for none. The arrow down lists what occurs.</source>
        <translation>输入所含文字；=甲；乙 表示仅限这些；- 表示空值。按向下键列出现有内容。</translation>
    </message>
    <message>
        <source>An amount, &gt;100, &lt;=1.2K, 10..20; - for none.</source>
        <translation>数值，如 &gt;100、&lt;=1.2万、10..20；- 表示空值。</translation>
    </message>
    <message>
        <source>A year, month or day, &gt;2025-03, 2025-01..2025-03; - for none.</source>
        <translation>年、月或日，如 &gt;2025-03、2025-01..2025-03；- 表示空值。</translation>
    </message>
    <message>
        <source>Filter {column}</source>
        <translation>筛选{column}</translation>
    </message>
    <message>
        <source>Arranging the rows</source>
        <translation>正在整理各行</translation>
    </message>
    <message>
        <source>Copying rows</source>
        <translation>正在复制各行</translation>
    </message>
    <message>
        <source>No total: an amount a month may stand in several rows and would be added twice</source>
        <translation>无合计：同一笔月度金额可能出现在多行，相加会重复计算</translation>
    </message>
    <message>
        <source>No total: the number is estimated from all lives together</source>
        <translation>无合计：该数值由全部生命周期共同估算</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names}，另有 {n} 个</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>These numbers are counted by {profile}, not by {other}.</source>
        <translation>这些数字按 {profile} 口径计算，而非 {other}。</translation>
    </message>
    <message>
        <source>Choose the profile for the whole workspace.</source>
        <translation>请为整个工作区选择口径。</translation>
    </message>
    <message>
        <source>There is no KPI called {name}.</source>
        <translation>没有名为 {name} 的指标。</translation>
    </message>
    <message>
        <source>The catalogue lists all of them.</source>
        <translation>指标目录列出了全部指标。</translation>
    </message>
    <message>
        <source>No column called {name} can split the data.</source>
        <translation>没有名为“{name}”的列可用于拆分数据。</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>现有：{known}。</translation>
    </message>
    <message>
        <source>{name} has no value {value}.</source>
        <translation>“{name}”没有值“{value}”。</translation>
    </message>
    <message>
        <source>cost of {n} {n|month|months} before the customers were won</source>
        <translation>取赢得客户前 {n} 个月的费用</translation>
    </message>
    <message>
        <source>the data do not reach this period</source>
        <translation>数据未覆盖本期</translation>
    </message>
    <message>
        <source>no observations in the period</source>
        <translation>本期没有观测值</translation>
    </message>
    <message>
        <source>there is no earlier period to compare with</source>
        <translation>没有可对比的更早周期</translation>
    </message>
    <message>
        <source>not known by segment: the data behind it have no such column</source>
        <translation>无法按细分得知：底层数据没有该列</translation>
    </message>
    <message>
        <source>only those who left, or were lost, have a reason: it says nothing of others</source>
        <translation>只有流失或丢失者才有原因：不能说明其他</translation>
    </message>
    <message>
        <source>a part of the formula has no value</source>
        <translation>公式中有一部分没有数值</translation>
    </message>
    <message>
        <source>The sheet writes losses as positive numbers; here they are negative.</source>
        <translation>原表将损失写为正数；此处为负数。</translation>
    </message>
    <message>
        <source>The sheet writes percent as whole numbers; they were divided by 100.</source>
        <translation>原表将百分比写为整数；已除以 100。</translation>
    </message>
    <message>
        <source>The data give it by the quarter: it can be shown by quarters and years.</source>
        <translation>数据按季度给出：可按季度或年查看。</translation>
    </message>
    <message>
        <source>The data give it by the year: it can be shown by years.</source>
        <translation>数据按年给出：可按年查看。</translation>
    </message>
    <message>
        <source>the data give it at the end of each quarter</source>
        <translation>数据只给出每季度末的值</translation>
    </message>
    <message>
        <source>the data give it at the end of each year</source>
        <translation>数据只给出每年末的值</translation>
    </message>
    <message>
        <source>The data hold only customers who stayed, so churn cannot be seen in them.</source>
        <translation>数据只含留下的客户，无法看出流失。</translation>
    </message>
    <message>
        <source>The data do not hold {columns}.</source>
        <translation>数据中没有{columns}。</translation>
    </message>
    <message>
        <source>It is a figure of longer periods than the one asked for.</source>
        <translation>该数值对应的周期比所选的更长。</translation>
    </message>
    <message>
        <source>Only those who left, or were lost, have a reason: it says nothing here.</source>
        <translation>只有流失或丢失者才有原因：在此不能说明什么。</translation>
    </message>
    <message>
        <source>A single point in time has no earlier one to compare with.</source>
        <translation>单一时间点没有更早的时间点可对比。</translation>
    </message>
    <message>
        <source>It is given by the month and cannot be computed for what was asked.</source>
        <translation>该数值按月给出，无法按所选方式计算。</translation>
    </message>
    <message>
        <source>some periods lack days or months, or one of several parts: they are marked as incomplete</source>
        <translation>部分期间缺少若干天、若干月或某个组成部分：已标为不完整</translation>
    </message>
    <message>
        <source>incomplete where the latest have not had the time yet</source>
        <translation>最近加入者时间未到，相关期间不完整</translation>
    </message>
    <message>
        <source>Needs subscriptions or invoices with amounts.</source>
        <translation>需要带金额的订阅或账单。</translation>
    </message>
    <message>
        <source>the first cohort holds everybody who was there before the data begin</source>
        <translation>首个同期群包含数据开始之前就在的所有人</translation>
    </message>
    <message>
        <source>the latest {count} of {every} cohorts</source>
        <translation>最近 {count} 个同期群（共 {every} 个）</translation>
    </message>
    <message>
        <source>Needs customers with a start and an end, or orders by customer.</source>
        <translation>需要带开始和结束日期的客户，或按客户的订单。</translation>
    </message>
    <message>
        <source>Needs subscriptions, invoices or orders with amounts.</source>
        <translation>需要带金额的订阅、账单或订单。</translation>
    </message>
    <message>
        <source>Needs events: user and time.</source>
        <translation>需要事件：用户和时间。</translation>
    </message>
    <message>
        <source>Visits are counted by day: no row tells of one visitor.</source>
        <translation>访问按日计数：没有单个访客的行。</translation>
    </message>
    <message>
        <source>Needs leads or deals with a date for each stage, or users with their sign-up.</source>
        <translation>需要各阶段带日期的线索或商机，或用户的注册日期。</translation>
    </message>
    <message>
        <source>There is no period in that range.</source>
        <translation>该范围内没有周期。</translation>
    </message>
    <message>
        <source>Nobody started in this range.</source>
        <translation>该范围内无人开始。</translation>
    </message>
    <message>
        <source>Who stayed is not known: no rows tell of {first} to {last}, nor who of those before left in that time.</source>
        <translation>无法得知谁留了下来：{first}至{last}没有任何数据行，也不知道此前的客户有谁在这段时间离开。</translation>
    </message>
    <message>
        <source>Needs customers or subscriptions with a start and an end.</source>
        <translation>需要带开始和结束日期的客户或订阅。</translation>
    </message>
    <message>
        <source>The data have no dates.</source>
        <translation>数据没有日期。</translation>
    </message>
    <message>
        <source>These numbers are not told by {role}.</source>
        <translation>这些数字没有按 {role} 记录。</translation>
    </message>
    <message>
        <source>Your own sheet says {value} for {period} ({apart}): compare the sources.</source>
        <translation>自有表格中{period}为 {value}（{apart}）：请对比来源。</translation>
    </message>
    <message>
        <source>above 100% in some periods: what is counted and what it is a share of do not match. One of the sheets begins later, lacks rows or counts something else.</source>
        <translation>部分期间高于 100%：分子与分母的数据对不上。其中一张表开始得较晚、缺少行，或统计的是别的内容。</translation>
    </message>
    <message>
        <source>{kpi} is above 100% in {n} {n|period|periods}, {value} in {period}: what is counted and what it is a share of do not match. See whether one of the sheets begins later, lacks rows or counts something else</source>
        <translation>“{kpi}”在 {n} 个期间高于 100%，{period} 为 {value}：分子与分母的数据对不上。请看其中一张表是否开始得较晚、缺少行，或统计的是别的内容</translation>
    </message>
    <message>
        <source>not known of sign-ups before {first}: events begin on {events}</source>
        <translation>{first}之前注册者的情况无从得知：事件自 {events} 起才有记录</translation>
    </message>
    <message>
        <source>events begin on {events}: a period that lies mostly before is not known</source>
        <translation>事件自 {events} 起才有记录：大部分在此之前的周期没有数值</translation>
    </message>
    <message>
        <source>visits begin on {first}: a period that lies mostly before is not known</source>
        <translation>访问自 {first} 起才有记录：大部分在此之前的周期没有数值</translation>
    </message>
    <message>
        <source>{value}, else {other}</source>
        <translation>{value}，没有时为{other}</translation>
    </message>
    <message>
        <source>{value}, {other}</source>
        <translation>{value}、{other}</translation>
    </message>
    <message>
        <source>{value} a month</source>
        <translation>按月计的{value}</translation>
    </message>
    <message>
        <source>{value} a year</source>
        <translation>按年计的{value}</translation>
    </message>
    <message>
        <source>{value} in equal parts a month</source>
        <translation>按月均摊的{value}</translation>
    </message>
    <message>
        <source>{value} of the period before</source>
        <translation>上一期的{value}</translation>
    </message>
    <message>
        <source>{value} of a year before</source>
        <translation>去年同期的{value}</translation>
    </message>
    <message>
        <source>mean of {value} in the six months before</source>
        <translation>此前六个月{value}的平均值</translation>
    </message>
    <message>
        <source>{value}, no value below 0</source>
        <translation>{value}，低于 0 时无值</translation>
    </message>
    <message>
        <source>{value} where {other} are known</source>
        <translation>{other}已知时的{value}</translation>
    </message>
    <message>
        <source>sum of those known: {value}</source>
        <translation>已知各项之和：{value}</translation>
    </message>
    <message>
        <source>least of {value}</source>
        <translation>{value}中最小的</translation>
    </message>
    <message>
        <source>largest of {value}</source>
        <translation>{value}中最大的</translation>
    </message>
    <message>
        <source>No event in the data is called {name} or alike.</source>
        <translation>数据中没有名为“{name}”或类似名称的事件。</translation>
    </message>
    <message>
        <source>what is shared, such as a gross margin, is that of the whole business where a part has none of its own</source>
        <translation>毛利率等共用的数值，某一部分没有自己的，即采用整体的</translation>
    </message>
</context>
<context>
    <name>names.language</name>
    <message>
        <source>en</source>
        <translation>zh_Hans</translation>
    </message>
</context>
<context>
    <name>names.marks</name>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>{first}, {others}</source>
        <translation>{first}、{others}</translation>
    </message>
    <message>
        <source>{sentence} {next_sentence}</source>
        <translation>{sentence}{next_sentence}</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>{name} is {after} in {last}, nearly as before.</source>
        <translation>{last}{name} 为 {after}，与之前几乎相同。</translation>
    </message>
    <message>
        <source>{name} went from {before} to {after} in {last}.</source>
        <translation>{last}{name}从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>{name} went from {before} in {first} to {after} in {last}.</source>
        <translation>{name} 从{first}的 {before} 变为{last}的 {after}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} to {after} in {last}.</source>
        <translation>{last}{name}从 {before} 升至 {after}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} in {first} to {after} in {last}.</source>
        <translation>{name} 从{first}的 {before} 升至{last}的 {after}。</translation>
    </message>
    <message>
        <source>{name} fell from {before} to {after} in {last}.</source>
        <translation>{last}{name}从 {before} 降至 {after}。</translation>
    </message>
    <message>
        <source>{name} fell from {before} in {first} to {after} in {last}.</source>
        <translation>{name} 从{first}的 {before} 降至{last}的 {after}。</translation>
    </message>
    <message>
        <source>The highest in {n} periods.</source>
        <translation>为 {n} 期以来最高。</translation>
    </message>
    <message>
        <source>The lowest in {n} periods.</source>
        <translation>为 {n} 期以来最低。</translation>
    </message>
    <message>
        <source>The smallest in {n} periods.</source>
        <translation>为 {n} 期以来最小。</translation>
    </message>
    <message>
        <source>The largest in {n} periods.</source>
        <translation>为 {n} 期以来最大。</translation>
    </message>
    <message>
        <source>Mostly: {drivers_said}.</source>
        <translation>主要来自：{drivers_said}。</translation>
    </message>
    <message>
        <source>Mostly from changes in: {drivers_said}.</source>
        <translation>主要来自以下变化：{drivers_said}。</translation>
    </message>
    <message>
        <source>Mostly, in {source}: {drivers_said}.</source>
        <translation>主要来自（按 {source} 计）：{drivers_said}。</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>Champions</source>
        <translation>冠军买家</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠诚</translation>
    </message>
    <message>
        <source>Potentially loyal</source>
        <translation>潜在忠诚</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新买家</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>有潜力</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>About to sleep</source>
        <translation>即将沉睡</translation>
    </message>
    <message>
        <source>Cannot lose them</source>
        <translation>不可失去</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失风险</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>已沉睡</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>累计支付</translation>
    </message>
    <message>
        <source>Days since last</source>
        <translation>距上次天数</translation>
    </message>
    <message>
        <source>Order days</source>
        <translation>下单天数</translation>
    </message>
    <message>
        <source>Next 12 months</source>
        <translation>未来 12 个月</translation>
    </message>
    <message>
        <source>Fifths of all buyers by recency and frequency (Hughes 1994); equal buyers score the same</source>
        <translation>按最近购买与频次分五等（Hughes 1994）；并列的买家得分相同</translation>
    </message>
    <message>
        <source>Paid: before refunds of parts</source>
        <translation>累计支付：未扣除部分退款</translation>
    </message>
    <message>
        <source>Next 12 months: expected by BG/NBD with Gamma-Gamma</source>
        <translation>未来 12 个月：按 BG/NBD 与 Gamma-Gamma 预期</translation>
    </message>
    <message>
        <source>Recency {score}</source>
        <translation>最近购买 {score}</translation>
    </message>
    <message>
        <source>Recency and frequency</source>
        <translation>最近购买与频次</translation>
    </message>
    <message>
        <source>frequency across</source>
        <translation>横向为频次</translation>
    </message>
    <message>
        <source>There are no orders here.</source>
        <translation>这里没有订单。</translation>
    </message>
</context>
<context>
    <name>pacing</name>
    <message>
        <source>{kpi} is behind its target: {value} in {period}, {expected} by now, {goal} in all</source>
        <translation>{kpi}落后于目标：{period}为 {value}，目前应达 {expected}，全期目标 {goal}</translation>
    </message>
    <message>
        <source>{kpi} missed its target: {value} in {period} instead of {goal}</source>
        <translation>{kpi}未达目标：{period}为 {value}，目标为 {goal}</translation>
    </message>
    <message>
        <source>{kpi} fell below {limit}: {value} in {period}</source>
        <translation>{kpi}低于 {limit}：{period}为 {value}</translation>
    </message>
    <message>
        <source>{kpi} rose above {limit}: {value} in {period}</source>
        <translation>{kpi}高于 {limit}：{period}为 {value}</translation>
    </message>
    <message>
        <source>{period} so far {value}, {expected} expected by now: on track</source>
        <translation>{period}至今 {value}，按进度应为 {expected}：正常</translation>
    </message>
    <message>
        <source>{period} so far {value}, {expected} expected by now: behind</source>
        <translation>{period}至今 {value}，按进度应为 {expected}：落后</translation>
    </message>
    <message>
        <source>{period} so far {value}, at most {expected} by now: over</source>
        <translation>{period}至今 {value}，按进度至多 {expected}：超出</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Your tables, their columns, and what was found in them.</source>
        <translation>数据表、其中的列，以及检查结果。</translation>
    </message>
    <message>
        <source>Needs a spreadsheet: XLSX, XLS or CSV. Nothing leaves this computer.</source>
        <translation>需要电子表格：XLSX、XLS 或 CSV。数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>What changed, with the cards and charts that you chose.</source>
        <translation>发生了哪些变化，以及选定的卡片与图表。</translation>
    </message>
    <message>
        <source>Needs any table with dates and amounts: subscriptions, invoices or orders.</source>
        <translation>需要含日期与金额的任一数据表：订阅、账单或订单。</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Every figure with its trend, its definition and the rows behind it.</source>
        <translation>每个指标的走势、定义与明细行。</translation>
    </message>
    <message>
        <source>Needs at least one table; each figure names the columns that it is made of.</source>
        <translation>至少需要一个数据表；每个指标都会列出所用的列。</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>How MRR moved: new, expansion, contraction, churn, month by month.</source>
        <translation>MRR 如何变动：新增、扩展、收缩、流失，逐月呈现。</translation>
    </message>
    <message>
        <source>Needs subscriptions or invoices: customer, start, end, amount.</source>
        <translation>需要订阅或账单：客户、开始、结束、金额。</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Where leads are lost, step by step, and how long each step takes.</source>
        <translation>线索在哪一步流失，每一步需要多久。</translation>
    </message>
    <message>
        <source>Needs leads or deals with a date for each stage, or events of users.</source>
        <translation>需要各阶段带日期的线索或商机，或用户事件。</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>同期群</translation>
    </message>
    <message>
        <source>How many of those who came in one month are still here later.</source>
        <translation>同一月加入的客户，之后还有多少留存。</translation>
    </message>
    <message>
        <source>Needs customers with a start and an end, or orders, or events of users.</source>
        <translation>需要有开始与结束日期的客户，或订单，或用户事件。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>What each channel costs, brings and pays back.</source>
        <translation>每个渠道的花费、带来的客户与回本情况。</translation>
    </message>
    <message>
        <source>Needs marketing spend by channel, and customers or leads with their channel.</source>
        <translation>需要按渠道的营销支出，以及带渠道的客户或线索。</translation>
    </message>
    <message>
        <source>Acquisition</source>
        <translation>获客</translation>
    </message>
    <message>
        <source>Voice of customer</source>
        <translation>客户之声</translation>
    </message>
    <message>
        <source>What customers answer: NPS, CSAT, CES, with their own words.</source>
        <translation>客户的回答：NPS、CSAT、CES，以及原话。</translation>
    </message>
    <message>
        <source>Needs survey answers: date, score, and comments where there are any.</source>
        <translation>需要调查答卷：日期、评分，以及意见（如有）。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>What becomes of LTV/CAC and MRR if churn, price or spend were different.</source>
        <translation>若流失率、价格或支出不同，LTV/CAC 与 MRR 会怎样。</translation>
    </message>
    <message>
        <source>Needs enough for one unit figure: customers with a price, or spend.</source>
        <translation>需要足以计算一项单位指标的数据：带价格的客户，或支出。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>Which drivers and which segments explain a change, and whether it is noise.</source>
        <translation>哪些驱动因素和细分能解释变化，以及变化是否只是噪声。</translation>
    </message>
    <message>
        <source>Needs at least two periods of one figure.</source>
        <translation>需要同一指标至少两期的数据。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Slides and workbooks made of your charts, with native tables and formulas.</source>
        <translation>由图表生成的幻灯片与工作簿，含原生表格与公式。</translation>
    </message>
    <message>
        <source>Needs a chart or a card to put on a slide.</source>
        <translation>需要一个图表或卡片放到幻灯片上。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>What is bought, how often they come back, and who the best buyers are.</source>
        <translation>买了什么、多久再买，以及谁是最好的买家。</translation>
    </message>
    <message>
        <source>Needs orders: date, amount, and the customer where there is one.</source>
        <translation>需要订单：日期、金额，如有则含客户。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Visits by source and page, those that lose most visitors first.</source>
        <translation>按来源与页面的访问，流失访客最多者在前。</translation>
    </message>
    <message>
        <source>Needs web traffic: date, sessions, and the source or page of the visits.</source>
        <translation>需要网站流量：日期、会话数，以及来源或页面。</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>How much is asked and when, how fast it is answered, who it takes.</source>
        <translation>何时来多少工单、响应多快、需要多少人手。</translation>
    </message>
    <message>
        <source>Needs tickets: when each was created, first answered and resolved.</source>
        <translation>需要工单：创建、首次响应与解决的时间。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>The same figures by other definitions, from other tables, and published examples.</source>
        <translation>同样的数字：按其他口径、从其他表计算，以及公开算例。</translation>
    </message>
    <message>
        <source>Needs any table that figures are computed from.</source>
        <translation>需要任意一张可计算指标的数据表。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance, language and habits.</source>
        <translation>外观、语言与使用习惯。</translation>
    </message>
    <message>
        <source>Needs nothing.</source>
        <translation>无需数据。</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Open board: {name}</source>
        <translation>打开仪表盘：{name}</translation>
    </message>
    <message>
        <source>Add tile: {name}</source>
        <translation>添加图块：{name}</translation>
    </message>
</context>
<context>
    <name>persistence</name>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>The workspace has no file yet</source>
        <translation>工作区还没有文件</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>正在保存 {name}</translation>
    </message>
    <message>
        <source>The unsaved work of {name} is kept.</source>
        <translation>{name} 中未保存的工作已保留。</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>返回该工作区</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>a workspace without a name</source>
        <translation>未命名的工作区</translation>
    </message>
    <message>
        <source>The unsaved work cannot be read any more</source>
        <translation>未保存的工作已无法读取</translation>
    </message>
    <message>
        <source>The unsaved work could not be kept: {reason}</source>
        <translation>未保存的工作无法保留：{reason}</translation>
    </message>
    <message>
        <source>Nothing was changed. Save the workspace first, then try again.</source>
        <translation>未做任何更改。请先保存工作区，然后重试。</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Halve churn</source>
        <translation>流失率减半</translation>
    </message>
    <message>
        <source>Price +10%</source>
        <translation>价格 +10%</translation>
    </message>
    <message>
        <source>CAC −20%</source>
        <translation>CAC −20%</translation>
    </message>
    <message>
        <source>Double new customers</source>
        <translation>新客户翻倍</translation>
    </message>
    <message>
        <source>Lose the largest customer</source>
        <translation>失去最大客户</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假设分析</translation>
    </message>
</context>
<context>
    <name>profiles</name>
    <message>
        <source>{ours}, {theirs}: the same</source>
        <translation>{ours}，{theirs}：相同</translation>
    </message>
    <message>
        <source>{ours}, {theirs}</source>
        <translation>{ours}，{theirs}</translation>
    </message>
    <message>
        <source>{ours}, {theirs}: {change} because {reason}</source>
        <translation>{ours}，{theirs}：相差 {change}，因为{reason}</translation>
    </message>
    <message>
        <source>{ours}, {theirs}: {change}, mostly because {reason}</source>
        <translation>{ours}，{theirs}：相差 {change}，主要因为{reason}</translation>
    </message>
    <message>
        <source>There is no profile called “{name}”</source>
        <translation>没有名为“{name}”的口径</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>可选：{names}。</translation>
    </message>
    <message>
        <source>Counting by other definitions</source>
        <translation>正在按其他口径计算</translation>
    </message>
    <message>
        <source>The data say nothing of {period}</source>
        <translation>数据不涉及 {period}</translation>
    </message>
    <message>
        <source>No month of the data is complete; name a period</source>
        <translation>数据中没有完整的月份；请指定一个周期</translation>
    </message>
</context>
<context>
    <name>proof</name>
    <message>
        <source>Example</source>
        <translation>算例</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算结果</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>自行推导</translation>
    </message>
    <message>
        <source>{source} (derived)</source>
        <translation>{source}（推导）</translation>
    </message>
    <message>
        <source>founding documents</source>
        <translation>本软件的定义</translation>
    </message>
    <message>
        <source>common definition</source>
        <translation>通行定义</translation>
    </message>
    <message>
        <source>property</source>
        <translation>性质检验</translation>
    </message>
    <message>
        <source>definition of business hours</source>
        <translation>工作时间的定义</translation>
    </message>
    <message>
        <source>day and month</source>
        <translation>日与月的顺序</translation>
    </message>
    <message>
        <source>decimal commas</source>
        <translation>小数逗号</translation>
    </message>
    <message>
        <source>points of thousands</source>
        <translation>千分位点</translation>
    </message>
    <message>
        <source>negative amounts</source>
        <translation>负数金额</translation>
    </message>
    <message>
        <source>total rows</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>leading noughts, sixteen digits</source>
        <translation>前导零，十六位数字</translation>
    </message>
    <message>
        <source>scores beyond the scale and blank ones</source>
        <translation>超出量表的评分与空白评分</translation>
    </message>
    <message>
        <source>filter values</source>
        <translation>筛选值</translation>
    </message>
    <message>
        <source>ChartMogul developer page on proration</source>
        <translation>ChartMogul 关于按比例计费的开发者文档</translation>
    </message>
    <message>
        <source>Stripe, billing analytics</source>
        <translation>Stripe，账单分析</translation>
    </message>
    <message>
        <source>Finmark 5525177, corrected</source>
        <translation>Finmark 5525177，已更正</translation>
    </message>
    <message>
        <source>{publisher} help</source>
        <translation>{publisher} 帮助文档</translation>
    </message>
    <message>
        <source>{publisher} help {page}</source>
        <translation>{publisher} 帮助文档 {page}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{n} {n|reason|reasons}, which sum to it</source>
        <translation>{n} 个原因，合计即为差额</translation>
    </message>
    <message>
        <source>Counting by other definitions</source>
        <translation>正在按其他口径计算</translation>
    </message>
    <message>
        <source>Counting from each source</source>
        <translation>正在分别从各来源计算</translation>
    </message>
    <message>
        <source>Running the published examples</source>
        <translation>正在运行公开算例</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Monthly sheet</source>
        <translation>月度表</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Difference, %</source>
        <translation>相对差异</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Customers that only “{first}” has</source>
        <translation>只在“{first}”中出现的客户</translation>
    </message>
    <message>
        <source>Customers that only “{second}” has</source>
        <translation>只在“{second}”中出现的客户</translation>
    </message>
    <message>
        <source>The same amount a month apart</source>
        <translation>金额相同但相差一个月</translation>
    </message>
    <message>
        <source>Customers of both, other amounts</source>
        <translation>两边都有的客户，金额不同</translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>As you said: {step} ({count} {count|cell|cells}).</source>
        <translation>已按要求：{step}（{count} 个单元格）。</translation>
    </message>
    <message>
        <source>As you said: {step} ({count} {count|row|rows}).</source>
        <translation>已按要求：{step}（{count} 行）。</translation>
    </message>
    <message>
        <source>As you said: {step} ({count} {count|row was|rows were} dropped).</source>
        <translation>已按要求：{step}（去掉 {count} 行）。</translation>
    </message>
    <message>
        <source>A correction made before found nothing to do in this file: {step}.</source>
        <translation>以前的一项更正在这个文件里无事可做：{step}。</translation>
    </message>
    <message>
        <source>A correction made before does not fit this sheet and was left out: {step}.</source>
        <translation>以前的一项更正不适合这张表，已跳过：{step}。</translation>
    </message>
    <message>
        <source>Look whether a column was renamed; correct it once more or drop the step.</source>
        <translation>请看看是否有列改了名；再更正一次，或去掉这一步。</translation>
    </message>
    <message>
        <source>read as {table}</source>
        <translation>当作{table}读取</translation>
    </message>
    <message>
        <source>header in row {rows}</source>
        <translation>表头在第{rows}行</translation>
    </message>
    <message>
        <source>“{column}” has no role</source>
        <translation>“{column}”不对应任何字段</translation>
    </message>
    <message>
        <source>“{column}” is {role}</source>
        <translation>“{column}”是{role}</translation>
    </message>
    <message>
        <source>row “{label}” is {kpi}</source>
        <translation>“{label}”行是{kpi}</translation>
    </message>
    <message>
        <source>“{column}” read as {type}</source>
        <translation>“{column}”按{type}读取</translation>
    </message>
    <message>
        <source>“{column}” left out</source>
        <translation>不导入“{column}”</translation>
    </message>
    <message>
        <source>rows “{label}” are totals</source>
        <translation>“{label}”行是合计</translation>
    </message>
    <message>
        <source>rows “{label}” are data</source>
        <translation>“{label}”行是数据</translation>
    </message>
    <message>
        <source>“{column}”: {values} becomes “{into}”</source>
        <translation>“{column}”：{values}改为“{into}”</translation>
    </message>
    <message>
        <source>rows left out where “{column}” {operator} {value}</source>
        <translation>去掉“{column}” {operator} {value}的行</translation>
    </message>
    <message>
        <source>repeated rows are kept</source>
        <translation>保留重复的行</translation>
    </message>
    <message>
        <source>of repeated rows the last one is kept</source>
        <translation>重复的行只留最后一行</translation>
    </message>
    <message>
        <source>of repeated rows the first one is kept</source>
        <translation>重复的行只留第一行</translation>
    </message>
</context>
<context>
    <name>recognition</name>
    <message>
        <source>The header “{header}” reads as “{word}”.</source>
        <translation>列标题“{header}”读作“{word}”。</translation>
    </message>
    <message>
        <source>Its cells look unlike {type}.</source>
        <translation>单元格内容不像{type}。</translation>
    </message>
    <message>
        <source>Typical of it: {columns}.</source>
        <translation>典型的列：{columns}。</translation>
    </message>
    <message>
        <source>The name “{name}” says so.</source>
        <translation>名称“{name}”如此表明。</translation>
    </message>
    <message>
        <source>Not found, although it is needed: {roles}.</source>
        <translation>需要但未找到：{roles}。</translation>
    </message>
    <message>
        <source>Its columns are not those of any business table.</source>
        <translation>其中的列与任何业务数据表都不符。</translation>
    </message>
    <message>
        <source>Money comes in and goes out ({columns}): a bank statement or an account, not a list of sales.</source>
        <translation>钱有进有出（{columns}）：这是银行流水或账户明细，不是销售清单。</translation>
    </message>
    <message>
        <source>It names the month that each row sums up.</source>
        <translation>它注明每行汇总的是哪个月。</translation>
    </message>
    <message>
        <source>The same customers stand in one month after the other: each row holds for its month.</source>
        <translation>同样的客户逐月出现：每一行只对当月有效。</translation>
    </message>
    <message>
        <source>Its answers go from 0 to 10, as those to “would you recommend us?” do.</source>
        <translation>回答从 0 到 10，与“您会推荐我们吗？”的回答一样。</translation>
    </message>
    <message>
        <source>It is the output of a pivot table.</source>
        <translation>这是数据透视表的输出。</translation>
    </message>
    <message>
        <source>“{quantity}” × “{price}” equals it in {percent}% of the rows looked at.</source>
        <translation>查看过的行中有 {percent}% 等于“{quantity}”×“{price}”。</translation>
    </message>
    <message>
        <source>In {percent}% of the rows it is no more than “{other}”, as it should be.</source>
        <translation>在 {percent}% 的行中它不大于“{other}”，符合预期。</translation>
    </message>
    <message>
        <source>In {percent}% of the rows it is no less than “{other}”, as it should be.</source>
        <translation>在 {percent}% 的行中它不小于“{other}”，符合预期。</translation>
    </message>
    <message>
        <source>In {percent}% of the rows it is out of order with “{other}”: look at both.</source>
        <translation>在 {percent}% 的行中它与“{other}”的大小或先后不符：请检查这两列。</translation>
    </message>
    <message>
        <source>Whole numbers beside the ids of a payment interface: cents, so they are divided by 100.</source>
        <translation>整数且旁边是支付接口的编号：单位是分，因此除以 100。</translation>
    </message>
    <message>
        <source>“{said}”: amounts are multiplied by {factor}.</source>
        <translation>“{said}”：金额乘以 {factor}。</translation>
    </message>
    <message>
        <source>It goes with “{name}”.</source>
        <translation>它与“{name}”一一对应。</translation>
    </message>
    <message>
        <source>“{name}” names far more customers than it has values.</source>
        <translation>“{name}”列出的客户远多于它的取值。</translation>
    </message>
    <message>
        <source>It stays the same whatever the quantity: the price of one unit.</source>
        <translation>无论数量多少，它都不变：是单价。</translation>
    </message>
    <message>
        <source>It grows with the quantity of a product: what the whole line came to.</source>
        <translation>它随商品数量增长：是整行的金额。</translation>
    </message>
    <message>
        <source>In this shop&apos;s reports the price of an item is that of its whole quantity.</source>
        <translation>在该店铺的报表中，商品价格为其全部数量的金额。</translation>
    </message>
    <message>
        <source>A price beside a quantity: of one unit, as billing systems keep it.</source>
        <translation>数量旁的价格：按单价计，计费系统通常如此。</translation>
    </message>
    <message>
        <source>Of several amounts it is the one received in the end; the others: {columns}.</source>
        <translation>多个金额中，它是最终收到的金额；其他：{columns}。</translation>
    </message>
    <message>
        <source>Of several amounts it is the one in a single currency ({currency}).</source>
        <translation>多个金额中，它是只用一种货币（{currency}）的金额。</translation>
    </message>
    <message>
        <source>{percent}% of its values are keys of “{table}”.</source>
        <translation>其中 {percent}% 的值是“{table}”的编号。</translation>
    </message>
    <message>
        <source>{count|column is a month|columns are months}.</source>
        <translation>列标题是月份。</translation>
    </message>
    <message>
        <source>It only repeats whether “{header}” is filled: kept as an attribute.</source>
        <translation>它只是重复“{header}”是否有内容：保留为属性。</translation>
    </message>
    <message>
        <source>There is no quantity and no amount beside it.</source>
        <translation>旁边没有数量，也没有金额。</translation>
    </message>
    <message>
        <source>Its words tell sales from refunds and payouts.</source>
        <translation>其中的词区分了销售、退款和提现。</translation>
    </message>
    <message>
        <source>“{header}” is without tax already, so this is not taken off it.</source>
        <translation>“{header}”已不含税，因此不再扣除。</translation>
    </message>
    <message>
        <source>It is the only date of the table.</source>
        <translation>这是表中唯一的日期。</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation>由用户指定。</translation>
    </message>
</context>
<context>
    <name>reconciling</name>
    <message>
        <source>{kpi} of {second} differs from {first}, which counts, in {n} of {of} periods; most in {period}: {share}</source>
        <translation>{second} 的{kpi}在 {of} 个周期中有 {n} 个与采用的 {first} 不一致；{period}相差最多：{share}</translation>
    </message>
    <message>
        <source>Reconcile them: the causes are listed by customer where both name them.</source>
        <translation>请核对：若两个来源都列有客户，会按客户列出原因。</translation>
    </message>
    <message>
        <source>Counting from one source alone</source>
        <translation>正在按单一来源计算</translation>
    </message>
</context>
<context>
    <name>refreshing</name>
    <message>
        <source>Looking at changed files</source>
        <translation>正在查看改动的文件</translation>
    </message>
    <message>
        <source>Reading {n} {n|table|tables} again</source>
        <translation>正在重新读取{n}张表</translation>
    </message>
    <message>
        <source>Comparing the past</source>
        <translation>正在对比往期数值</translation>
    </message>
    <message>
        <source>{name} was not found in {file} any more and stays as it was.</source>
        <translation>{file}里找不到{name}了，保持原样。</translation>
    </message>
    <message>
        <source>Look whether the file, the sheet or its header changed; import it anew.</source>
        <translation>请看看文件、工作表或表头是否改过，然后重新导入。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>In short</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>{name}: {value}, {change} {versus}.</source>
        <translation>{name}：{value}，{change}，{versus}。</translation>
    </message>
    <message>
        <source>{name}: {value}.</source>
        <translation>{name}：{value}。</translation>
    </message>
    <message>
        <source>{scenario}: {changes}</source>
        <translation>{scenario}：{changes}</translation>
    </message>
    <message>
        <source>{first} to {last}, data to {day}, {currency}, profile {profile}</source>
        <translation>{first}至{last}，数据截至{day}，{currency}，口径：{profile}</translation>
    </message>
    <message>
        <source>{first} to {last}, data to {day}, profile {profile}</source>
        <translation>{first}至{last}，数据截至{day}，口径：{profile}</translation>
    </message>
</context>
<context>
    <name>restatement</name>
    <message>
        <source>{kpi} changed in {n} closed {n|period|periods}; in {period} from {before} to {after}.</source>
        <translation>{kpi}在 {n} 个已结束的周期中有变动；{period}由 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>{table}: rows added {added}, removed {removed}, changed {changed}.</source>
        <translation>{table}：新增{added}行，删除{removed}行，改动{changed}行。</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>There is no table to compute from</source>
        <translation>没有可用于计算的数据表</translation>
    </message>
    <message>
        <source>Preparing the numbers</source>
        <translation>正在准备数据</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>正在计算</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Left out: no table found</source>
        <translation>未使用：没有找到数据表</translation>
    </message>
    <message>
        <source>Left out: repeats another table</source>
        <translation>未使用：与另一数据表重复</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Kept, nothing computed</source>
        <translation>保留，不计算</translation>
    </message>
    <message>
        <source>Segment by it</source>
        <translation>用于细分</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>No KPI</source>
        <translation>不是指标</translation>
    </message>
    <message>
        <source>{table} · {count} {rows|row|rows}</source>
        <translation>{table} · {count} 行</translation>
    </message>
    <message>
        <source>{field}, to segment by</source>
        <translation>{field}（用于细分）</translation>
    </message>
    <message>
        <source>{n} unreadable</source>
        <translation>{n} 个无法读取</translation>
    </message>
    <message>
        <source>Perhaps not {table}: {percent} speaks for it.</source>
        <translation>未必是{table}：把握 {percent}。</translation>
    </message>
    <message>
        <source>Choose above what a row is, or leave the sheet out.</source>
        <translation>可在上方改选类型，或不导入此表。</translation>
    </message>
    <message>
        <source>{n} {n|column is|columns are} not certain: {columns}.</source>
        <translation>{n} 列未能确定：{columns}。</translation>
    </message>
    <message>
        <source>Choose in the list what each becomes.</source>
        <translation>可在列表中选择各列的含义。</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>You said so</source>
        <translation>已手动指定</translation>
    </message>
    <message>
        <source>Sure: {percent}</source>
        <translation>可信度：{percent}</translation>
    </message>
    <message>
        <source>Likely: {percent}</source>
        <translation>很可能：{percent}</translation>
    </message>
    <message>
        <source>A guess: {percent}</source>
        <translation>推测：{percent}</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Kept, not counted</source>
        <translation>保留，不计入</translation>
    </message>
    <message>
        <source>date, year first</source>
        <translation>日期，年在前</translation>
    </message>
    <message>
        <source>date, day first</source>
        <translation>日期，日在前</translation>
    </message>
    <message>
        <source>date, month first</source>
        <translation>日期，月在前</translation>
    </message>
    <message>
        <source>month, year first</source>
        <translation>月份，年在前</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>month without a year</source>
        <translation>月份，无年份</translation>
    </message>
    <message>
        <source>date, days from 1900</source>
        <translation>日期，自 1900 年的天数</translation>
    </message>
    <message>
        <source>date, days from 1904</source>
        <translation>日期，自 1904 年的天数</translation>
    </message>
    <message>
        <source>date, seconds from 1970</source>
        <translation>日期，自 1970 年的秒数</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小数逗号</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>rows</name>
    <message>
        <source>MRR before</source>
        <translation>变动前 MRR</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 变动</translation>
    </message>
    <message>
        <source>MRR after</source>
        <translation>变动后 MRR</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Gross amount</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>reactivation</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>expansion</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>contraction</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>churn</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>came from another segment</source>
        <translation>来自其他细分</translation>
    </message>
    <message>
        <source>went to another segment</source>
        <translation>转入其他细分</translation>
    </message>
    <message>
        <source>moved between segments</source>
        <translation>在细分之间转移</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>The desk must open before it closes</source>
        <translation>客服的开始时间必须早于结束时间</translation>
    </message>
    <message>
        <source>A number from {least} to {most} is wanted here</source>
        <translation>此处应填 {least} 到 {most} 之间的数字</translation>
    </message>
    <message>
        <source>A whole number is wanted here</source>
        <translation>此处应填整数</translation>
    </message>
    <message>
        <source>A time of the day is wanted here, such as 09:00</source>
        <translation>此处应填时间，例如 09:00</translation>
    </message>
    <message>
        <source>A day is wanted here, such as 2026-06-30</source>
        <translation>此处应填日期，例如 2026-06-30</translation>
    </message>
    <message>
        <source>Three letters are wanted here, such as EUR</source>
        <translation>此处应填三个字母，例如 EUR</translation>
    </message>
    <message>
        <source>A currency and its rate are wanted here, such as EUR 1.08, GBP 1.27</source>
        <translation>此处应填币种及汇率，例如 EUR 1.08, GBP 1.27</translation>
    </message>
    <message>
        <source>found from the data</source>
        <translation>由数据判断</translation>
    </message>
    <message>
        <source>Your own words, with commas between; ours stay</source>
        <translation>自己的用词，以逗号分隔；内置用词仍然有效</translation>
    </message>
    <message>
        <source>Money and time</source>
        <translation>金额与时间</translation>
    </message>
    <message>
        <source>Currency of all amounts</source>
        <translation>所有金额的币种</translation>
    </message>
    <message>
        <source>the most common one</source>
        <translation>最常见的币种</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Units of that currency for one of another: EUR 1.08, GBP 1.27; from a month on: EUR 2026-03 1.10</source>
        <translation>一单位其他货币折合该货币的数额：EUR 1.08, GBP 1.27；自某月起：EUR 2026-03 1.10</translation>
    </message>
    <message>
        <source>The data reach to</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>Periods that end later are not complete</source>
        <translation>此后才结束的周期视为不完整</translation>
    </message>
    <message>
        <source>The fiscal year starts in month</source>
        <translation>财年起始月份</translation>
    </message>
    <message>
        <source>1 is January. With 4, April 2025 to March 2026 is FY2026</source>
        <translation>1 为一月。填 4 时，2025年4月至2026年3月为 2026 财年</translation>
    </message>
    <message>
        <source>Customers and subscriptions</source>
        <translation>客户与订阅</translation>
    </message>
    <message>
        <source>A buyer stays a customer for, in days</source>
        <translation>买家保持客户身份的天数</translation>
    </message>
    <message>
        <source>After the last order, where there are no subscriptions</source>
        <translation>没有订阅时，自最后一笔订单起算</translation>
    </message>
    <message>
        <source>A pause that is not churn, in months</source>
        <translation>不算流失的中断月数</translation>
    </message>
    <message>
        <source>Who pays again within it has never left</source>
        <translation>在此期间内再次付费的客户不算离开</translation>
    </message>
    <message>
        <source>Count until the end of what is paid</source>
        <translation>计算到已付周期结束</translation>
    </message>
    <message>
        <source>The cancel date is the day of the request</source>
        <translation>取消日期是提出取消的日期</translation>
    </message>
    <message>
        <source>An unpaid invoice is past due after, in days</source>
        <translation>未付账单逾期前的天数</translation>
    </message>
    <message>
        <source>Users of the product</source>
        <translation>产品用户</translation>
    </message>
    <message>
        <source>Active is who does</source>
        <translation>做了以下事件即为活跃</translation>
    </message>
    <message>
        <source>Names of events, with commas between; empty: any event</source>
        <translation>事件名称，以逗号分隔；留空表示任何事件</translation>
    </message>
    <message>
        <source>at least so many times a day</source>
        <translation>每天至少的次数</translation>
    </message>
    <message>
        <source>Each of these events is needed</source>
        <translation>需要其中每一个事件</translation>
    </message>
    <message>
        <source>Activated is who is active so soon, in days</source>
        <translation>视为已激活的天数</translation>
    </message>
    <message>
        <source>After the sign-up</source>
        <translation>自注册起算</translation>
    </message>
    <message>
        <source>A visit ends after a silence of, in minutes</source>
        <translation>无操作多少分钟后访问结束</translation>
    </message>
    <message>
        <source>Product qualified: features used</source>
        <translation>产品合格：用过的功能数</translation>
    </message>
    <message>
        <source>Product qualified: on so many days</source>
        <translation>产品合格：使用的天数</translation>
    </message>
    <message>
        <source>Product qualified: within so many days of the sign-up</source>
        <translation>产品合格：注册后的天数以内</translation>
    </message>
    <message>
        <source>Marketing qualified lead (MQL)</source>
        <translation>市场合格线索（MQL）</translation>
    </message>
    <message>
        <source>Conversation qualified lead (CQL)</source>
        <translation>对话合格线索（CQL）</translation>
    </message>
    <message>
        <source>Product qualified lead (PQL)</source>
        <translation>产品合格线索（PQL）</translation>
    </message>
    <message>
        <source>Sales qualified lead (SQL)</source>
        <translation>销售合格线索（SQL）</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Lead that became a customer</source>
        <translation>已成为客户的线索</translation>
    </message>
    <message>
        <source>Deal won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Deal lost</source>
        <translation>输单</translation>
    </message>
    <message>
        <source>Event of a sign-up</source>
        <translation>注册事件</translation>
    </message>
    <message>
        <source>Event of a purchase</source>
        <translation>购买事件</translation>
    </message>
    <message>
        <source>What stages are called in your sheets</source>
        <translation>表格中各阶段的叫法</translation>
    </message>
    <message>
        <source>Channels and cost</source>
        <translation>渠道与成本</translation>
    </message>
    <message>
        <source>Paid channels</source>
        <translation>付费渠道</translation>
    </message>
    <message>
        <source>As the sheets write them, with commas between</source>
        <translation>按表格中的写法，以逗号分隔</translation>
    </message>
    <message>
        <source>those with spend</source>
        <translation>有花费的渠道</translation>
    </message>
    <message>
        <source>Your own brands</source>
        <translation>自有品牌</translation>
    </message>
    <message>
        <source>Cost comes before the customer by, in months</source>
        <translation>成本早于获客的月数</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>The desk opens at</source>
        <translation>客服开始时间</translation>
    </message>
    <message>
        <source>The desk closes at</source>
        <translation>客服结束时间</translation>
    </message>
    <message>
        <source>The desk is open on</source>
        <translation>客服工作日</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Days with commas between: 2026-01-01, 2026-12-25</source>
        <translation>日期以逗号分隔：2026-01-01, 2026-12-25</translation>
    </message>
    <message>
        <source>Work on one ticket, in hours</source>
        <translation>每张工单的工时</translation>
    </message>
    <message>
        <source>Work of one agent a month, in hours</source>
        <translation>每位客服每月的工时</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>{text} is no month: rates by month are given like EUR 2024-03 1.08</source>
        <translation>“{text}”不是月份：按月的汇率请写成 EUR 2024-03 1.08</translation>
    </message>
</context>
<context>
    <name>scenario</name>
    <message>
        <source>{target} has no value, whatever {driver} is</source>
        <translation>无论{driver}取何值，{target}都没有数值</translation>
    </message>
    <message>
        <source>Something else that it is computed from is missing.</source>
        <translation>缺少计算它所需的其他数据。</translation>
    </message>
    <message>
        <source>“{text}” does not say which driver changes and how</source>
        <translation>“{text}”没有说明更改哪个驱动因素、如何更改</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>写法示例：{example}。</translation>
    </message>
    <message>
        <source>“{text}” is not a month to start from</source>
        <translation>“{text}”不是可以开始的月份</translation>
    </message>
    <message>
        <source>“{text}” is not a number of months</source>
        <translation>“{text}”不是月数</translation>
    </message>
    <message>
        <source>{driver}: “{text}” is not a change</source>
        <translation>{driver}：“{text}”不是有效的更改</translation>
    </message>
    <message>
        <source>Write {examples}.</source>
        <translation>可写：{examples}。</translation>
    </message>
    <message>
        <source>{driver} is not a share, so it has no percents</source>
        <translation>{driver}不是比率，不能用百分比表示</translation>
    </message>
    <message>
        <source>Write +5% to raise it by a twentieth, or the amount itself.</source>
        <translation>写 +5% 表示提高二十分之一，或直接写数值。</translation>
    </message>
    <message>
        <source>There is no KPI called “{name}”</source>
        <translation>没有名为“{name}”的指标</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>The catalogue lists all names.</source>
        <translation>指标目录列出了全部名称。</translation>
    </message>
    <message>
        <source>{driver} has no value at {period}, so it cannot be changed relative to it</source>
        <translation>{driver}在{period}没有数值，无法按比例更改</translation>
    </message>
    <message>
        <source>that period</source>
        <translation>该周期</translation>
    </message>
    <message>
        <source>Give the value itself, e.g. {driver}=500.</source>
        <translation>可直接给出数值，例如 {driver}=500。</translation>
    </message>
    <message>
        <source>{driver} would be {value}; it lies between {low} and {high}</source>
        <translation>{driver}将为 {value}；应介于 {low} 与 {high} 之间</translation>
    </message>
    <message>
        <source>Five percent is written 5% or 0.05.</source>
        <translation>百分之五写作 5% 或 0.05。</translation>
    </message>
    <message>
        <source>The data have no period to start from</source>
        <translation>数据中没有可作为起点的周期</translation>
    </message>
    <message>
        <source>{period} is not among the periods of the data</source>
        <translation>{period}不在数据的周期之内</translation>
    </message>
    <message>
        <source>They reach from {first} to {last}.</source>
        <translation>数据的周期为{first}至{last}。</translation>
    </message>
    <message>
        <source>Every month ahead is like {period}</source>
        <translation>此后每月都与{period}相同</translation>
    </message>
    <message>
        <source>All else in every month ahead is like {period}</source>
        <translation>此后每月其余各项与{period}相同</translation>
    </message>
    <message>
        <source>Without a churn rate, customers and MRR cannot be carried forward</source>
        <translation>没有流失率，无法推算客户数与 MRR</translation>
    </message>
    <message>
        <source>New customers and their cost by season ({n} {n|month|months} of history): {most} {high}, {fewest} {low}</source>
        <translation>新客户及其获客支出随季节变化（依据 {n} 个月历史）：{most} {high}，{fewest} {low}</translation>
    </message>
    <message>
        <source>Customers leave by their age, beyond {n} {n|month|months} as in the last year observed</source>
        <translation>客户按在册时长流失，超过 {n} 个月者按最近观察到的一年</translation>
    </message>
    <message>
        <source>A path needs months; these figures are by {grain}</source>
        <translation>推算需要按月的数据；这些数字是按{grain}的</translation>
    </message>
    <message>
        <source>A path has 1 to {most} months, not {n}</source>
        <translation>推算可为 1 到 {most} 个月，不能为 {n} 个月</translation>
    </message>
    <message>
        <source>{driver}: “{text}” is not a range</source>
        <translation>{driver}：“{text}”不是区间</translation>
    </message>
    <message>
        <source>{driver} of {value} moves nothing that parts add up to</source>
        <translation>{value} 的 {driver} 不影响任何可由各部分相加的数</translation>
    </message>
    <message>
        <source>Change it for the whole business.</source>
        <translation>请对整体业务作变动。</translation>
    </message>
    <message>
        <source>There is no part {attribute} = {value} in the data</source>
        <translation>数据中没有 {attribute} = {value} 这一部分</translation>
    </message>
    <message>
        <source>There is: {values}.</source>
        <translation>现有：{values}。</translation>
    </message>
    <message>
        <source>A simulation has 1 to {most} draws, not {n}</source>
        <translation>模拟次数应为 1 到 {most}，而不是 {n}</translation>
    </message>
    <message>
        <source>{driver} has no value to vary in a range</source>
        <translation>{driver} 没有可在区间内变动的值</translation>
    </message>
    <message>
        <source>No drivers can move together like this: {pairs}</source>
        <translation>各驱动因素不可能同时这样联动：{pairs}</translation>
    </message>
    <message>
        <source>Two that go with a third go with one another: bring one of the numbers nearer to 0.</source>
        <translation>两个因素若都与第三个同向，彼此也必同向：请将其中一个数调近 0。</translation>
    </message>
    <message>
        <source>“{text}” does not say how two drivers move together</source>
        <translation>“{text}”不是联动系数</translation>
    </message>
    <message>
        <source>Write a number from −1 to 1, such as {examples}.</source>
        <translation>请写 −1 至 1 之间的数，例如 {examples}。</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>{name} has no label in {language}.</source>
        <translation>{name} 没有 {language} 的名称。</translation>
    </message>
    <message>
        <source>{name} needs {role}, which is no role of it.</source>
        <translation>{name} 需要 {role}，但它没有该字段。</translation>
    </message>
    <message>
        <source>{name} has no header words.</source>
        <translation>{name} 没有列标题词。</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Keeping the settings</source>
        <translation>正在保存设置</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Single letter keys</source>
        <translation>单字母快捷键</translation>
    </message>
    <message>
        <source>G for grain, P for period and so on, outside text fields</source>
        <translation>在文本框之外，G 为粒度、P 为周期，等等</translation>
    </message>
    <message>
        <source>Read changed files again</source>
        <translation>自动重新读取改动的文件</translation>
    </message>
    <message>
        <source>As soon as they are saved; what that changes in the past is told</source>
        <translation>文件一保存就读取，并告知往期数值的变化</translation>
    </message>
    <message>
        <source>Replace names of customers in exports</source>
        <translation>导出时替换客户名称</translation>
    </message>
    <message>
        <source>In files, on paper and on the clipboard; the window shows them</source>
        <translation>用于文件、打印件和剪贴板；窗口中仍显示名称</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Periods seen</source>
        <translation>已看过的周期</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Last folder</source>
        <translation>上次的文件夹</translation>
    </message>
    <message>
        <source>The setting {key} was not understood and is back to its default</source>
        <translation>无法识别设置 {key}，已恢复默认值</translation>
    </message>
    <message>
        <source>The settings could not be read and are back to their defaults</source>
        <translation>无法读取设置，已恢复默认值</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度（浅色）</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度（深色）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>繁體中文</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>The file as it was is kept as {name}.</source>
        <translation>原文件已保留为 {name}。</translation>
    </message>
    <message>
        <source>How sheets were read before could not be read and is forgotten</source>
        <translation>以前记住的读表方式无法读取，已清空</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Awareness</source>
        <translation>认知</translation>
    </message>
    <message>
        <source>Acquisition</source>
        <translation>获客</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
</context>
<context>
    <name>studies</name>
    <message>
        <source>The data do not tell this</source>
        <translation>现有数据无法得出</translation>
    </message>
    <message>
        <source>Computing a study</source>
        <translation>正在计算图表</translation>
    </message>
    <message>
        <source>Cohorts: customers kept</source>
        <translation>同期群：客户留存</translation>
    </message>
    <message>
        <source>Cohorts: revenue kept</source>
        <translation>同期群：收入留存</translation>
    </message>
    <message>
        <source>Cohorts: users kept</source>
        <translation>同期群：用户留存</translation>
    </message>
    <message>
        <source>Cohort curves: customers kept</source>
        <translation>同期群曲线：客户留存</translation>
    </message>
    <message>
        <source>Survival of customers</source>
        <translation>客户生存曲线</translation>
    </message>
    <message>
        <source>Funnel of a cohort</source>
        <translation>漏斗：按同期群</translation>
    </message>
    <message>
        <source>Funnel by activity</source>
        <translation>漏斗：按活动</translation>
    </message>
    <message>
        <source>Funnel by segment</source>
        <translation>漏斗：按细分</translation>
    </message>
    <message>
        <source>MRR bridge, 12 periods</source>
        <translation>MRR 变动瀑布图，12 期</translation>
    </message>
    <message>
        <source>MRR movements by period</source>
        <translation>各期 MRR 变动</translation>
    </message>
    <message>
        <source>Channels: cost and return</source>
        <translation>渠道：成本与回报</translation>
    </message>
    <message>
        <source>Channels: CAC × LTV</source>
        <translation>渠道：CAC × LTV</translation>
    </message>
    <message>
        <source>NPS: distribution of answers</source>
        <translation>净推荐值：评分分布</translation>
    </message>
    <message>
        <source>CSAT: distribution of answers</source>
        <translation>CSAT：评分分布</translation>
    </message>
    <message>
        <source>CES: distribution of answers</source>
        <translation>CES：评分分布</translation>
    </message>
    <message>
        <source>NPS by release or group</source>
        <translation>净推荐值：按版本或细分</translation>
    </message>
    <message>
        <source>Buyers: recency and frequency</source>
        <translation>买家：最近购买与频次</translation>
    </message>
    <message>
        <source>Where most visits end at once</source>
        <translation>跳出最多的来源或页面</translation>
    </message>
    <message>
        <source>Tickets and surges</source>
        <translation>工单量与激增</translation>
    </message>
    <message>
        <source>When tickets come in</source>
        <translation>工单何时到来</translation>
    </message>
    <message>
        <source>People busy by hour</source>
        <translation>各钟点所需人手</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>How to fill</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>是否必填</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Words to choose from</source>
        <translation>可选的词</translation>
    </message>
    <message>
        <source>Write over the example rows, save the file, and drop it on the window.</source>
        <translation>用自己的数据覆盖示例行，保存文件，再拖到窗口上。</translation>
    </message>
    <message>
        <source>Keep the names of the columns. Columns may stand in any order; leave out what you do not have, and add your own to split figures by them.</source>
        <translation>请保留列名。列的顺序不限；没有的列可删去，也可添加自己的列，用于拆分指标。</translation>
    </message>
    <message>
        <source>A date, for instance 2026-01-31.</source>
        <translation>填写日期，例如 2026-01-31。</translation>
    </message>
    <message>
        <source>The word is not in the list. Other words may not be understood.</source>
        <translation>该词不在列表中，其他写法可能无法识别。</translation>
    </message>
    <message>
        <source>A number from {low} to {high}.</source>
        <translation>填写 {low} 至 {high} 之间的数字。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>任填其一</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>amount of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>number or code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Template: {table}</source>
        <translation>模板：{table}</translation>
    </message>
    <message>
        <source>Templates of all tables</source>
        <translation>全部数据表模板</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>Drop your sheets</source>
        <translation>拖入数据表</translation>
    </message>
    <message>
        <source>Spreadsheets or whole folders, anywhere on the window, as they are. Nothing leaves this computer. Next takes the sample company, so that there is something to look at.</source>
        <translation>电子表格或整个文件夹，原样拖到窗口任意位置。数据不会离开本机。点“下一步”会载入示例公司，便于浏览。</translation>
    </message>
    <message>
        <source>Your sheets</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Drop more of them anywhere on the window at any time, as they are. Files that change are read again. Nothing leaves this computer.</source>
        <translation>随时可把更多表格原样拖到窗口任意位置。文件有改动会重新读取。数据不会离开本机。</translation>
    </message>
    <message>
        <source>See what was understood</source>
        <translation>查看识别结果</translation>
    </message>
    <message>
        <source>What each table is, what each column became and why. Change a word and everything is computed anew; what cannot be read is listed with its place.</source>
        <translation>每张表是什么、每列对应什么以及理由。改动任一处，全部指标随即重算；无法读取的内容会列出位置。</translation>
    </message>
    <message>
        <source>The board: what changed, then your figures</source>
        <translation>仪表盘：先看变化，再看指标</translation>
    </message>
    <message>
        <source>Each sentence leads to its reason. Boards lists the others, ready ones and your own; Edit board adds cards, charts and tables, and moves them.</source>
        <translation>每句话都可追溯原因。“仪表盘”列出现成的和自建的仪表盘；“编辑仪表盘”可添加和移动卡片、图表与表格。</translation>
    </message>
    <message>
        <source>Why a figure moved</source>
        <translation>指标为何变动</translation>
    </message>
    <message>
        <source>Which drivers and which segments explain the change, when it began, and whether it is more than chance. The parts add up to the whole.</source>
        <translation>哪些驱动因素和哪些细分解释了变化、何时开始、是否超出偶然波动。各部分之和等于总变化。</translation>
    </message>
    <message>
        <source>What if churn were half?</source>
        <translation>如果流失减半？</translation>
    </message>
    <message>
        <source>One press, or any driver by hand: LTV, CAC and the coming months follow at once. Violet is what is supposed; your data stay as they are.</source>
        <translation>一键减半，或手动调整任一驱动因素：LTV、CAC 和未来各月随即更新。紫色表示假设，原始数据不变。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>带走结果</translation>
    </message>
    <message>
        <source>Slides with charts that can be edited, a workbook with live formulas, PDF or pictures; next month the same report takes one press.</source>
        <translation>可编辑图表的幻灯片、带公式的工作簿、PDF 或图片；下个月一键即可生成同样的报告。</translation>
    </message>
</context>
<context>
    <name>traffic</name>
    <message>
        <source>There are no visits here.</source>
        <translation>这里没有访问。</translation>
    </message>
</context>
<context>
    <name>types</name>
    <message>
        <source>number or code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
</context>
<context>
    <name>voice</name>
    <message>
        <source>There are neither answers of surveys nor tickets here</source>
        <translation>这里既没有问卷回答，也没有工单</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Surge: {value} tickets on {period}, usually {usual}.</source>
        <translation>激增：{period}有 {value} 张工单，平常为 {usual} 张。</translation>
    </message>
    <message>
        <source>There are no tickets here.</source>
        <translation>这里没有工单。</translation>
    </message>
    <message>
        <source>There are no survey answers here.</source>
        <translation>这里没有问卷回答。</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>Preparing the numbers</source>
        <translation>正在准备数据</translation>
    </message>
    <message>
        <source>Computing the key figures</source>
        <translation>正在计算关键指标</translation>
    </message>
</context>
<context>
    <name>whatif</name>
    <message>
        <source>{n} {n|month|months}</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{kpi} in {n} {n|month|months}</source>
        <translation>{n} 个月后的{kpi}</translation>
    </message>
    <message>
        <source>if months are like {period}</source>
        <translation>若每月都与{period}相同</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>follows {leaders}</source>
        <translation>随{leaders}变动</translation>
    </message>
    <message>
        <source>Baseline: {value} in {period}; {mean} on average over the last {n}.</source>
        <translation>基准：{period}为 {value}；最近 {n} 期平均 {mean}。</translation>
    </message>
    <message>
        <source>lies between {low} and {high}</source>
        <translation>须在 {low} 至 {high} 之间</translation>
    </message>
    <message>
        <source>“{text}” is no value, factor or percent</source>
        <translation>“{text}”不是数值、倍数或百分比</translation>
    </message>
    <message>
        <source>Looking at parts of the business</source>
        <translation>正在查看业务的各个部分</translation>
    </message>
    <message>
        <source>Drawing scenarios</source>
        <translation>正在模拟情景</translation>
    </message>
    <message>
        <source>Drivers in their ranges:</source>
        <translation>驱动因素的区间：</translation>
    </message>
    <message>
        <source>from {period}</source>
        <translation>自 {period} 起</translation>
    </message>
    <message>
        <source>Copy of {name}</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>{n} draws, seed {seed}</source>
        <translation>{n} 次模拟，种子 {seed}</translation>
    </message>
    <message>
        <source>drivers move together as their histories did, most {one} and {other} ({strength})</source>
        <translation>驱动因素按历史共同变动，其中{one}与{other}关联最强（{strength}）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Drawing the band of the baseline</source>
        <translation>正在计算基准区间</translation>
    </message>
    <message>
        <source>Payback curve</source>
        <translation>回本曲线</translation>
    </message>
    <message>
        <source>Seeking the goal</source>
        <translation>正在求解目标</translation>
    </message>
    <message>
        <source>Looking for drivers</source>
        <translation>正在寻找驱动因素</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message>
        <source>{name} has no value in both periods.</source>
        <translation>{name} 在两个时期中至少有一个没有数值。</translation>
    </message>
    <message>
        <source>{name} is {after} in {last}, as in {first}.</source>
        <translation>{last}{name} 为 {after}，与{first}相同。</translation>
    </message>
    <message>
        <source>{name} is {after} in {last}, nearly as in {first}: {change}.</source>
        <translation>{name}在{last}为 {after}，与{first}几乎相同：{change}。</translation>
    </message>
    <message>
        <source>{name} went from {before} in {first} to {after} in {last}: {change}.</source>
        <translation>{name} 从{first}的 {before} 变为{last}的 {after}：{change}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} in {first} to {after} in {last}: {change}.</source>
        <translation>{name} 从{first}的 {before} 升至{last}的 {after}：{change}。</translation>
    </message>
    <message>
        <source>{name} fell from {before} in {first} to {after} in {last}: {change}.</source>
        <translation>{name} 从{first}的 {before} 降至{last}的 {after}：{change}。</translation>
    </message>
    <message>
        <source>about {day} ({low} to {high})</source>
        <translation>{day}前后（{low}至{high}）</translation>
    </message>
    <message>
        <source>about {day} ({low} to {high} with 95% confidence)</source>
        <translation>{day}前后（95% 置信区间为{low}至{high}）</translation>
    </message>
    <message>
        <source>Since {period}, {driver} in {segment} is {after} on average instead of {before}: that explains {part} of {change} (means of up to a year before and since).</source>
        <translation>自{period}起，{segment}的{driver}平均由 {before} 变为 {after}：贡献 {part}（合计 {change}，取前后各至多一年的均值）。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} is {after} on average instead of {before}: that explains {part} of {change} (means of up to a year before and since).</source>
        <translation>自{period}起，{driver}平均由 {before} 变为 {after}：贡献 {part}（合计 {change}，取前后各至多一年的均值）。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} in {segment} is {after} a month on average instead of {before}: that explains {part} of {change} in what {name} moves a month.</source>
        <translation>自{period}起，{segment}的{driver}平均每月由 {before} 变为 {after}：在{name}每月变动的改变 {change} 中贡献 {part}。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} is {after} a month on average instead of {before}: that explains {part} of {change} in what {name} moves a month.</source>
        <translation>自{period}起，{driver}平均每月由 {before} 变为 {after}：在{name}每月变动的改变 {change} 中贡献 {part}。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} in {segment} is {after} on average instead of {before}: that is {part} of {change} in all.</source>
        <translation>自{period}起，{segment}的{driver}平均由 {before} 变为 {after}：占合计 {change} 中的 {part}。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} is {after} on average instead of {before}.</source>
        <translation>自{period}起，{driver}平均由 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}.</source>
        <translation>通常变动 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>Too few earlier changes are known to say whether that is more than noise.</source>
        <translation>已知的以往变化太少，无法判断这是否超出噪声。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is less than usual.</source>
        <translation>通常变动 {low} 至 {high}：这次小于平常。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is below that, but not by enough to be sure.</source>
        <translation>通常变动 {low} 至 {high}：这次低于此范围，但相差不足以确定。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is above that, but not by enough to be sure.</source>
        <translation>通常变动 {low} 至 {high}：这次高于此范围，但相差不足以确定。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this may be noise.</source>
        <translation>平常的变动在 {low} 与 {high} 之间：这次可能是噪声。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is as usual.</source>
        <translation>通常变动 {low} 至 {high}：这次与往常一样。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is more than noise.</source>
        <translation>平常的变动在 {low} 与 {high} 之间：这次超出了噪声。</translation>
    </message>
    <message>
        <source>The 95% interval of the change holds 0: chance alone may explain it.</source>
        <translation>变化的 95% 区间包含 0：可能只是偶然。</translation>
    </message>
    <message>
        <source>{name} explains {part} of {change}.</source>
        <translation>{name} 贡献 {part}（合计 {change}）。</translation>
    </message>
    <message>
        <source>Next: {drivers_said}.</source>
        <translation>其次：{drivers_said}。</translation>
    </message>
    <message>
        <source>Of this, {name} in {segment} alone makes {part}.</source>
        <translation>其中仅{segment}的{name}就占 {part}。</translation>
    </message>
    <message>
        <source>The same {change}, by what moved it in each segment: {segment} moved most, {part}.</source>
        <translation>同样的 {change}，按各细分内推动它的因素拆分：{segment} 变动最大，为 {part}。</translation>
    </message>
    <message>
        <source>The same {change}, split by each segment&apos;s own {name}: {segment} moved most, {part}.</source>
        <translation>同样的 {change}，若按各细分自身的{name}拆分：{segment} 变动最大，为 {part}。</translation>
    </message>
    <message>
        <source>The same {change}, split by each segment&apos;s own {name}: {segment} moved most, {part}, of it {rate} by its own figure, {mix} by its share.</source>
        <translation>同样的 {change}，若按各细分自身的{name}拆分：{segment} 变动最大，为 {part}，其中自身数值贡献 {rate}，占比变化贡献 {mix}。</translation>
    </message>
    <message>
        <source>Largest customers that moved in MRR: {names}.</source>
        <translation>MRR 变动最大的客户：{names}。</translation>
    </message>
    <message>
        <source>In the same time, {period}: {note}.</source>
        <translation>同一时期（{period}）：{note}。</translation>
    </message>
    <message>
        <source>its target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>what the field calls good</source>
        <translation>业内的良好水平</translation>
    </message>
    <message>
        <source>the next step of the field&apos;s scale</source>
        <translation>业内标尺的下一档</translation>
    </message>
    <message>
        <source>what it was before</source>
        <translation>此前的水平</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动因素</translation>
    </message>
    <message>
        <source>Not told by segments</source>
        <translation>细分未能解释</translation>
    </message>
    <message>
        <source>By {attribute}</source>
        <translation>按{attribute}</translation>
    </message>
    <message>
        <source>Not told by drivers</source>
        <translation>驱动因素未能解释</translation>
    </message>
    <message>
        <source>What each driver did</source>
        <translation>各驱动因素的贡献</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Own figure</source>
        <translation>自身数值</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比变化</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 变动</translation>
    </message>
    <message>
        <source>show its rows in the files</source>
        <translation>查看文件中的对应行</translation>
    </message>
    <message>
        <source>No figure has values in two periods that have ended</source>
        <translation>没有指标在两个已结束的时期都有数值</translation>
    </message>
    <message>
        <source>{kpi} has no values in two periods that have ended</source>
        <translation>{kpi} 没有两个已结束周期的数值</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化内容</translation>
    </message>
    <message>
        <source>Mean up to a year before → after</source>
        <translation>此前 → 此后（至多一年的均值）</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>New here? Six short steps show the way through the window.</source>
        <translation>初次使用？六步导览带您熟悉窗口。</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Unsaved work from the last time was kept: {name}</source>
        <translation>已保留上次未保存的工作：{name}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>{n} more files hold no table that can be read: {names}</source>
        <translation>另有 {n} 个文件没有可读取的表：{names}</translation>
    </message>
    <message>
        <source>There is no sheet or table in it.</source>
        <translation>其中没有工作表或数据表。</translation>
    </message>
    <message>
        <source>Drop spreadsheets, or folders that hold some.</source>
        <translation>请拖入电子表格，或含有电子表格的文件夹。</translation>
    </message>
    <message>
        <source>Imported {n} {n|table|tables}.</source>
        <translation>已导入 {n} 个数据表。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Computing the key figures</source>
        <translation>正在计算关键指标</translation>
    </message>
    <message>
        <source>Open it in its program, save it as XLSX or CSV, and import that.</source>
        <translation>用原程序打开，另存为 XLSX 或 CSV 后再导入。</translation>
    </message>
    <message>
        <source>{n} {n|file has|files have} changed since it was read: {names}</source>
        <translation>{n} 个文件在读取后有改动：{names}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>查看变动</translation>
    </message>
    <message>
        <source>Read again: no figure of the past changed.</source>
        <translation>已重新读取：历史数值没有变化。</translation>
    </message>
    <message>
        <source>Read again: {n} past {n|figure|figures} changed.</source>
        <translation>已重新读取：{n} 个历史数值有变动。</translation>
    </message>
</context>
<context>
    <name>wiring</name>
    <message>
        <source>Loading the charts</source>
        <translation>正在加载图表</translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>无法读取“{file}”：{reason}</translation>
    </message>
    <message>
        <source>{file} is not a sound KPI Desk workspace ({place}).</source>
        <translation>“{file}”不是完好的 KPI Desk 工作区文件（{place}）。</translation>
    </message>
    <message>
        <source>Open the copy beside it that ends in .bak, if there is one.</source>
        <translation>如果旁边有以 .bak 结尾的副本，可打开它。</translation>
    </message>
    <message>
        <source>This workspace was saved by a newer version of KPI Desk</source>
        <translation>此工作区由更新版本的 KPI Desk 保存</translation>
    </message>
    <message>
        <source>Update KPI Desk to open it; the file was left as it is.</source>
        <translation>更新 KPI Desk 后即可打开；文件保持原样。</translation>
    </message>
    <message>
        <source>The workspace has format {format}, which is unknown</source>
        <translation>工作区的格式 {format} 未知</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}</source>
        <translation>无法保存“{file}”：{reason}</translation>
    </message>
    <message>
        <source>There is no folder {folder}: create it, or save elsewhere.</source>
        <translation>文件夹“{folder}”不存在：请新建它，或保存到别处。</translation>
    </message>
    <message>
        <source>The file that was there is untouched. You may not write in {folder}: save it elsewhere.</source>
        <translation>原来的文件未被改动。没有写入“{folder}”的权限：请保存到别处。</translation>
    </message>
    <message>
        <source>The file that was there is untouched. Free some space or save it elsewhere.</source>
        <translation>原有文件未受影响。可腾出空间，或保存到其他位置。</translation>
    </message>
</context>
</TS>
