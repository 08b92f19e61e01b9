<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About KPI Desk</source>
        <translation>關於 KPI Desk</translation>
    </message>
    <message>
        <source>Run the published examples</source>
        <translation>執行公開算例</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>安裝情況</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>The mark of KPI Desk</source>
        <translation>KPI Desk 的標誌</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>複製這些資訊</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Drop your spreadsheets, get every growth figure right: computed, explained, ready for the slide.</source>
        <translation>放入試算表，每個成長指標都算得準確、說得清楚，可直接放進簡報。</translation>
    </message>
    <message>
        <source>It works on this computer alone. It opens no connection, and sends nothing to anybody.</source>
        <translation>一切只在這台電腦上進行：不建立任何網路連線，不向任何人傳送任何內容。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>採用 MIT 授權條款的自由軟體。</translation>
    </message>
    <message>
        <source>Licences of everything that is shipped</source>
        <translation>隨附全部元件的授權條款</translation>
    </message>
</context>
<context>
    <name>AddPanel</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>專題</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation>搜尋專題</translation>
    </message>
    <message>
        <source>Click to write.</source>
        <translation>點擊後書寫。</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>不拆分</translation>
    </message>
    <message>
        <source>Add to the board</source>
        <translation>新增到儀表板</translation>
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
        <translation>折線</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>長條</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>專題</translation>
    </message>
    <message>
        <source>Search KPIs</source>
        <translation>搜尋指標</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>拆分依據</translation>
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
        <translation>編輯儀表板</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>儀表板</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
</context>
<context>
    <name>BoardEditing</name>
    <message>
        <source>New board</source>
        <translation>新儀表板</translation>
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
        <translation>正在計算</translation>
    </message>
    <message>
        <source>By {attribute}</source>
        <translation>依{attribute}</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>關鍵指標</translation>
    </message>
</context>
<context>
    <name>CauseBlock</name>
    <message>
        <source>The periods that are furthest apart, and why</source>
        <translation>差額最大的幾期及其原因</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部週期</translation>
    </message>
</context>
<context>
    <name>ChartPick</name>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
    <message>
        <source>All segments again</source>
        <translation>恢復全部分群</translation>
    </message>
    <message>
        <source>Only {segment}</source>
        <translation>只看「{segment}」</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>回到目前</translation>
    </message>
    <message>
        <source>Show as of {period}</source>
        <translation>查看截至 {period} 的資料</translation>
    </message>
    <message>
        <source>Click: all segments again</source>
        <translation>按一下：恢復全部分群</translation>
    </message>
    <message>
        <source>Click: only {segment}</source>
        <translation>按一下：只看「{segment}」</translation>
    </message>
</context>
<context>
    <name>ChartTile</name>
    <message>
        <source>Table, copies, exports</source>
        <translation>表格、複製與匯出</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>以圖表顯示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格顯示</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>複製表格</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>寫備註…</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>匯出 PNG 圖片…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>匯出 SVG 圖片…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>匯出 CSV 檔案…</translation>
    </message>
    <message>
        <source>Picture for a slide…</source>
        <translation>用於投影片的圖片…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Slide, workbook, document…</source>
        <translation>投影片、活頁簿、文書…</translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation>放到儀表板</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>What happened in {period}?</source>
        <translation>{period}發生了什麼？</translation>
    </message>
    <message>
        <source>Note at {period}</source>
        <translation>{period}的備註</translation>
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
        <translation>待核對</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>供參考</translation>
    </message>
    <message>
        <source>Nothing to mend was found: no repeated rows, no orphans, no gaps in time.</source>
        <translation>未發現需修正之處：沒有重複列，沒有無主記錄，時間上沒有缺口。</translation>
    </message>
</context>
<context>
    <name>ChoicePopover</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
</context>
<context>
    <name>CohortsPage</name>
    <message>
        <source>{n} in {cohorts} {cohorts|cohort|cohorts}</source>
        <translation>{cohorts} 個同類群組，共 {n}</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Revenue, net</source>
        <translation>淨收入</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Of each customer no more than at the start</source>
        <translation>每位客戶最多計到起始金額</translation>
    </message>
    <message>
        <source>With expansion: may grow above the start</source>
        <translation>含擴展：可高於起始金額</translation>
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
        <translation>數量</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Who is in a cohort</source>
        <translation>同類群組成員</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing is called “{typed}”.</source>
        <translation>沒有名為「{typed}」的內容。</translation>
    </message>
</context>
<context>
    <name>CommentsTile</name>
    <message>
        <source>Comments</source>
        <translation>評論</translation>
    </message>
    <message>
        <source>{n} of {total} {total|comment|comments}</source>
        <translation>共 {total} 則評論，顯示 {n} 則</translation>
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
        <translation>推薦者</translation>
    </message>
    <message>
        <source>Passives</source>
        <translation>被動者</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>批評者</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>尋找詞語</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Duplicate this scenario, or begin a new one, to see two side by side.</source>
        <translation>複製這個情境或新增一個情境，即可並排比較。</translation>
    </message>
    <message>
        <source>Scenarios stand side by side here.</source>
        <translation>各情境將在此並排顯示。</translation>
    </message>
    <message>
        <source>Move a driver or take one of the ready changes, then duplicate that scenario and change it again.</source>
        <translation>調整驅動因素或選用現成的變動，再複製該情境並另作修改。</translation>
    </message>
    <message>
        <source>What they come to</source>
        <translation>各情境的結果</translation>
    </message>
    <message>
        <source>in the last complete period</source>
        <translation>最近一個完整週期</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>vs</source>
        <translation>對比</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Add a segment</source>
        <translation>新增分群</translation>
    </message>
    <message>
        <source>Compare with another profile</source>
        <translation>與另一套定義比較</translation>
    </message>
    <message>
        <source>Standard profile</source>
        <translation>標準定義</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} 個值</translation>
    </message>
    <message>
        <source>Find a period</source>
        <translation>尋找週期</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>none set yet</source>
        <translation>尚未設定</translation>
    </message>
    <message>
        <source>No column to segment by yet</source>
        <translation>還沒有可用來分群的欄</translation>
    </message>
    <message>
        <source>Find a segment</source>
        <translation>尋找分群</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Find a table</source>
        <translation>尋找資料表</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>尋找欄位</translation>
    </message>
    <message>
        <source>Find a way to read it</source>
        <translation>尋找讀取方式</translation>
    </message>
    <message>
        <source>{n} of {all} unreadable</source>
        <translation>{all} 個中有 {n} 個無法讀取</translation>
    </message>
    <message>
        <source>Row {row} is the header</source>
        <translation>第 {row} 列是標題列</translation>
    </message>
    <message>
        <source>The header is in rows {first} to {last}</source>
        <translation>標題在第 {first} 至 {last} 列</translation>
    </message>
    <message>
        <source>There is no header row</source>
        <translation>沒有標題列</translation>
    </message>
    <message>
        <source>Rows with “{label}” are data</source>
        <translation>「{label}」列是資料</translation>
    </message>
    <message>
        <source>Rows with “{label}” are totals</source>
        <translation>「{label}」列是合計</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>You can compute</source>
        <translation>可以計算</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚無法計算</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>What it stands on, or lacks</source>
        <translation>依據或缺少的資料</translation>
    </message>
    <message>
        <source>{n} of {all} KPIs can be computed from your data</source>
        <translation>現有資料可計算 {all} 個指標中的 {n} 個</translation>
    </message>
    <message>
        <source>{n} {n|KPI|KPIs}</source>
        <translation>{n} 個指標</translation>
    </message>
    <message>
        <source>read from a monthly sheet</source>
        <translation>取自月度表</translation>
    </message>
    <message>
        <source>computed from rows</source>
        <translation>由明細列計算</translation>
    </message>
    <message>
        <source>a sheet of {table}: {fields}</source>
        <translation>一張「{table}」表：{fields}</translation>
    </message>
    <message>
        <source>in {table}: {fields}</source>
        <translation>「{table}」中的{fields}</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>不缺任何資料。</translation>
    </message>
    <message>
        <source>A sheet of {table}</source>
        <translation>一張「{table}」表</translation>
    </message>
    <message>
        <source>Another sheet of {table}</source>
        <translation>再匯入一張「{table}」表</translation>
    </message>
    <message>
        <source>More columns in {table}</source>
        <translation>為「{table}」補充欄位</translation>
    </message>
    <message>
        <source>with {fields}</source>
        <translation>含{fields}</translation>
    </message>
    <message>
        <source>gives {n} {n|KPI|KPIs}: {names}</source>
        <translation>可得 {n} 個指標：{names}</translation>
    </message>
    <message>
        <source>helps {n} {n|KPI|KPIs} that need something else, too</source>
        <translation>有助於 {n} 個還需其他資料的指標</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>取得範本</translation>
    </message>
    <message>
        <source>Looking at what your data give</source>
        <translation>正在查看資料能算出什麼</translation>
    </message>
    <message>
        <source>Add one thing</source>
        <translation>補充一項即可</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>What can I compute</source>
        <translation>能算什麼</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>發生問題</translation>
    </message>
    <message>
        <source>KPI Desk met an error of its own</source>
        <translation>KPI Desk 本身發生錯誤</translation>
    </message>
    <message>
        <source>Your files and your workspace are as they were. The report holds no cell values:</source>
        <translation>檔案和工作區維持原樣。報告不含任何儲存格內容：</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
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
        <translation>需要名稱和無誤的公式。</translation>
    </message>
    <message>
        <source>The target is no number.</source>
        <translation>目標不是數字。</translation>
    </message>
    <message>
        <source>Place {place}: {problem} {hint}</source>
        <translation>第 {place} 個字元：{problem}{hint}</translation>
    </message>
    <message>
        <source>Good: it gives {unit}. Its id is {name}.</source>
        <translation>公式有效，結果單位為 {unit}，識別碼為 {name}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Good is</source>
        <translation>較好的方向</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>顯示為</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Its unit</source>
        <translation>自身單位</translation>
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
        <translation>新增指標</translation>
    </message>
    <message>
        <source>Your KPI</source>
        <translation>自訂指標</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
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
        <translation>儀表板</translation>
    </message>
    <message>
        <source>Search boards</source>
        <translation>搜尋儀表板</translation>
    </message>
    <message>
        <source>Your key figures will stand here.</source>
        <translation>關鍵指標會顯示在這裡。</translation>
    </message>
    <message>
        <source>Import spreadsheets of customers, subscriptions, orders or spend, or look at the sample company.</source>
        <translation>匯入客戶、訂閱、訂單或支出的試算表，或查看範例公司。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>{files} {files|file|files}, {sheets} {sheets|sheet|sheets}, {rows} rows</source>
        <translation>{files} 個檔案，{sheets} 個工作表，{rows} 列</translation>
    </message>
    <message>
        <source>Import review</source>
        <translation>匯入檢查</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在開啟</translation>
    </message>
    <message>
        <source>{n} {n|table|tables}</source>
        <translation>{n} 個資料表</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Your tables will stand here.</source>
        <translation>資料表會顯示在這裡。</translation>
    </message>
    <message>
        <source>XLSX, XLS, ODS, CSV and more. Drop them anywhere on the window; nothing leaves this computer.</source>
        <translation>XLSX、XLS、ODS、CSV 等。拖放到視窗任意位置即可；資料不會離開這台電腦。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>Check-up ({n})</source>
        <translation>健檢（{n}）</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>健檢</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>What can I compute</source>
        <translation>能算什麼</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>變動報告</translation>
    </message>
</context>
<context>
    <name>DefinitionPanel</name>
    <message>
        <source>Rows behind it</source>
        <translation>明細列</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>影響的指標</translation>
    </message>
</context>
<context>
    <name>DriverPanel</name>
    <message>
        <source>Everybody</source>
        <translation>全部客戶</translation>
    </message>
    <message>
        <source>Baseline: {period}, the last complete period</source>
        <translation>基準：最近完整週期 {period}</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>驅動因素</translation>
    </message>
    <message>
        <source>New customers lost per 1% of price, in %</source>
        <translation>價格每漲 1%，新客戶減少（%）</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
</context>
<context>
    <name>DriverTree</name>
    <message>
        <source>Drivers, down to segments</source>
        <translation>驅動因素，細至各分群</translation>
    </message>
    <message>
        <source>The change, split by driver; below a driver, its own part by segment</source>
        <translation>變化依驅動因素拆分；每個驅動因素下是它自身部分依分群的拆分</translation>
    </message>
</context>
<context>
    <name>DropPlate</name>
    <message>
        <source>Drop to open {name}</source>
        <translation>放開以開啟 {name}</translation>
    </message>
    <message>
        <source>Drop to import {n} {n|file|files}</source>
        <translation>放開以匯入 {n} 個檔案</translation>
    </message>
</context>
<context>
    <name>FigureTableTile</name>
    <message>
        <source>Copy, export</source>
        <translation>複製、匯出</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>複製表格</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>匯出 CSV 檔案…</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>開啟工作區</translation>
    </message>
    <message>
        <source>Workspaces (*.kpidesk)</source>
        <translation>工作區 (*.kpidesk)</translation>
    </message>
    <message>
        <source>Spreadsheets and tables ({endings});;All files (*)</source>
        <translation>試算表與資料表 ({endings});;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作區另存新檔</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Pasted table</source>
        <translation>貼上的表格</translation>
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
        <translation>前往 {place}</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}，第 {row} 列</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 列</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 項</translation>
    </message>
    <message>
        <source>Nothing to look at. If a row further down cannot be read, the import will say so.</source>
        <translation>沒有需要查看的。更靠後的列若有無法讀取之處，會在匯入後說明。</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} 項待核對</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待檢視</translation>
    </message>
</context>
<context>
    <name>FunnelPage</name>
    <message>
        <source>Step by step</source>
        <translation>逐步明細</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>同類群組</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Those who came in during the period, and where they are now</source>
        <translation>本期進入的人，以及現在到了哪一步</translation>
    </message>
    <message>
        <source>What happened during the period, whenever they came in</source>
        <translation>本期發生的，不論何時進入</translation>
    </message>
</context>
<context>
    <name>GoalPanel</name>
    <message>
        <source>Or {driver} of {value}.</source>
        <translation>或{driver}為 {value}。</translation>
    </message>
    <message>
        <source>Or {driver} of {value}, or {more}.</source>
        <translation>或{driver}為 {value}，或 {more}。</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>採用 {value}</translation>
    </message>
    <message>
        <source>{driver}: {target} does not depend on it.</source>
        <translation>{driver}：{target}與它無關。</translation>
    </message>
    <message>
        <source>{driver} cannot bring it there: at {value} {target} is {achieved}.</source>
        <translation>只靠{driver}達不到：為 {value} 時，{target}為 {achieved}。</translation>
    </message>
    <message>
        <source>{driver} of {value} brings {target} to {goal} (now {now}).</source>
        <translation>{driver}為 {value} 即可使{target}達到 {goal}（目前為 {now}）。</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>「{text}」不是數字。</translation>
    </message>
    <message>
        <source>Goal seek</source>
        <translation>目標反推</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>使</translation>
    </message>
    <message>
        <source>to</source>
        <translation>達到</translation>
    </message>
    <message>
        <source>by</source>
        <translation>需變動</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目標值</translation>
    </message>
</context>
<context>
    <name>JobArea</name>
    <message>
        <source>Up to date</source>
        <translation>已是最新狀態</translation>
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
        <translation>{n} 項工作</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Chart: its table</source>
        <translation>圖表：顯示為表格</translation>
    </message>
    <message>
        <source>Chart: write a note at the crosshair</source>
        <translation>圖表：在十字線處寫備註</translation>
    </message>
    <message>
        <source>Chart: move the crosshair</source>
        <translation>圖表：移動十字線</translation>
    </message>
    <message>
        <source>Chart: rows behind it</source>
        <translation>圖表：查看明細列</translation>
    </message>
    <message>
        <source>Chart: one of its segments</source>
        <translation>圖表：選擇其中一個分群</translation>
    </message>
    <message>
        <source>Chart: all as of this period, or only this segment</source>
        <translation>圖表：查看截至該期間的資料，或只看該分群</translation>
    </message>
    <message>
        <source>Chart: back to the present, to all segments</source>
        <translation>圖表：回到目前、恢復全部分群</translation>
    </message>
    <message>
        <source>Chart: zoom in, out, or show all</source>
        <translation>圖表：放大、縮小、全部</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
</context>
<context>
    <name>KpiButtons</name>
    <message>
        <source>As a card</source>
        <translation>作為卡片</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>作為圖表</translation>
    </message>
    <message>
        <source>Halve it</source>
        <translation>試算減半</translation>
    </message>
    <message>
        <source>New KPI</source>
        <translation>新增指標</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>All KPIs</source>
        <translation>全部指標</translation>
    </message>
    <message>
        <source>Add to board</source>
        <translation>放到儀表板</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Compare sources</source>
        <translation>對比來源</translation>
    </message>
</context>
<context>
    <name>KpiDetail</name>
    <message>
        <source>By period</source>
        <translation>依週期</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>依分群</translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation>明細列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>明細列</translation>
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
        <translation>可能只是波動</translation>
    </message>
    <message>
        <source>Set the target and the limits</source>
        <translation>設定目標和警戒線</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>不高於 {value}</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>不低於 {value}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 區間</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>樣本數</translation>
    </message>
</context>
<context>
    <name>KpisPage</name>
    <message>
        <source>KPIs</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
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
        <translation>讀取與識別</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>載入</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New workspace</source>
        <translation>新工作區</translation>
    </message>
    <message>
        <source>Search KPIs, pages, actions</source>
        <translation>搜尋指標、頁面、動作</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>沒有可復原的動作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>沒有可重做的動作</translation>
    </message>
    <message>
        <source>Show the panel</source>
        <translation>顯示面板</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走勢</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>All KPIs</source>
        <translation>全部指標</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>尋找指標</translation>
    </message>
    <message>
        <source>With a value</source>
        <translation>有數值</translation>
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
        <translation>依週期</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>依分群</translation>
    </message>
    <message>
        <source>{kind}, {span}</source>
        <translation>{kind}，{span}</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 變化</translation>
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
        <translation>全部週期</translation>
    </message>
</context>
<context>
    <name>NewsStrip</name>
    <message>
        <source>What changed since {period}</source>
        <translation>{period}以來的變化</translation>
    </message>
    <message>
        <source>No figure of this board left its usual course.</source>
        <translation>此儀表板沒有指標超出平常的起伏。</translation>
    </message>
    <message>
        <source>No figure of this board left its usual swings, but the furthest, {name} ({change}), is at its lowest in {n} periods.</source>
        <translation>此儀表板沒有指標超出平常的起伏，但偏離最多的{name}（{change}）是 {n} 期以來的最低值。</translation>
    </message>
    <message>
        <source>No figure of this board left its usual swings, but the furthest, {name} ({change}), is at its highest in {n} periods.</source>
        <translation>此儀表板沒有指標超出平常的起伏，但偏離最多的{name}（{change}）是 {n} 期以來的最高值。</translation>
    </message>
    <message>
        <source>See all {n}</source>
        <translation>查看全部 {n} 項</translation>
    </message>
    <message>
        <source>No figure of this board left its usual swings: even the furthest, {name} ({change}), is within them.</source>
        <translation>此儀表板沒有指標超出平常的起伏：偏離最多的{name}（{change}）也在其中。</translation>
    </message>
    <message>
        <source>Changes in colour are more than chance, but no more than these figures usually move.</source>
        <translation>有顏色的變化不只是偶然，但沒有超出這些指標平常的起伏。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉提示</translation>
    </message>
</context>
<context>
    <name>NoticesPresenter</name>
    <message>
        <source>{n} earlier {n|notice|notices}</source>
        <translation>另有 {n} 則較早的通知</translation>
    </message>
</context>
<context>
    <name>NumbersOrLack</name>
    <message>
        <source>Your data do not give this yet: {name}</source>
        <translation>現有資料還算不出此指標：{name}</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>取得範本</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Order mix</source>
        <translation>購買構成</translation>
    </message>
    <message>
        <source>Groups of buyers</source>
        <translation>買家分群</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Find on this page</source>
        <translation>在本頁尋找</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture for a slide</source>
        <translation>用於投影片的圖片</translation>
    </message>
    <message>
        <source>Full slide</source>
        <translation>整頁</translation>
    </message>
    <message>
        <source>Half a slide</source>
        <translation>半頁</translation>
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
        <translation>匯出</translation>
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
        <translation>列印</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>尋找指標</translation>
    </message>
    <message>
        <source>{n} {n|KPI differs|KPIs differ} in {period}; the reasons sum to the difference</source>
        <translation>{period} 有 {n} 個指標不同；各原因之和即為差額</translation>
    </message>
    <message>
        <source>Both give the same figures in {period}</source>
        <translation>{period} 兩套定義的數字相同</translation>
    </message>
    <message>
        <source>Only “{source}” gives it: there is nothing to hold against</source>
        <translation>只有「{source}」能給出：沒有可對比的來源</translation>
    </message>
    <message>
        <source>No table gives it by itself</source>
        <translation>沒有一個資料表能單獨給出它</translation>
    </message>
    <message>
        <source>“{source}” counts; {apart} of {n} {n|period is|periods are} more than 1% apart</source>
        <translation>以「{source}」為準；{n} 期中有 {apart} 期相差超過 1%</translation>
    </message>
    <message>
        <source>one tells each month what the other tells a month later</source>
        <translation>一個來源每月給出的數字，另一個晚一個月才給出</translation>
    </message>
    <message>
        <source>{met} of {n} published examples are met, on this computer, just now</source>
        <translation>剛在本機執行：{n} 個公開算例中有 {met} 個相符</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>{ours} and {theirs}: computing</source>
        <translation>{ours}與{theirs}：正在計算</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
    <message>
        <source>Choose another profile to hold against it.</source>
        <translation>可另選一套定義作比較。</translation>
    </message>
    <message>
        <source>sources side by side: computing</source>
        <translation>各來源並列：正在計算</translation>
    </message>
    <message>
        <source>Choose another KPI, or import a second table that tells the same.</source>
        <translation>可另選一個指標，或再匯入一張能得出同一數值的表。</translation>
    </message>
    <message>
        <source>running them now</source>
        <translation>正在執行</translation>
    </message>
    <message>
        <source>Two profiles</source>
        <translation>兩套定義</translation>
    </message>
    <message>
        <source>Two sources</source>
        <translation>兩個來源</translation>
    </message>
    <message>
        <source>Published examples</source>
        <translation>公開算例</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>other definitions, other sources, published examples</source>
        <translation>其他定義、其他來源、公開算例</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
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
        <translation>指標</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驅動因素</translation>
    </message>
</context>
<context>
    <name>RangeChips</name>
    <message>
        <source>own history</source>
        <translation>自身歷史</translation>
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
        <translation>常態分布</translation>
    </message>
    <message>
        <source>mean, deviation</source>
        <translation>平均數、標準差</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>對數常態分布</translation>
    </message>
    <message>
        <source>median, deviation of the log</source>
        <translation>中位數、對數標準差</translation>
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
        <translation>達到</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目標</translation>
    </message>
</context>
<context>
    <name>ReportEditing</name>
    <message>
        <source>New page</source>
        <translation>新頁面</translation>
    </message>
    <message>
        <source>Click to write.</source>
        <translation>按一下以輸入文字。</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>a sentence for each KPI</source>
        <translation>每個指標一句話</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>指標卡</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>shown while one is on</source>
        <translation>啟用情境時顯示</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Refresh slides…</source>
        <translation>更新投影片…</translation>
    </message>
    <message>
        <source>new numbers, your edits stay</source>
        <translation>換上新數字，保留修改</translation>
    </message>
    <message>
        <source>All on one page…</source>
        <translation>全部放在一頁…</translation>
    </message>
    <message>
        <source>a sheet of A4 to print</source>
        <translation>一張可列印的 A4</translation>
    </message>
    <message>
        <source>Save a recipe…</source>
        <translation>儲存配方…</translation>
    </message>
    <message>
        <source>next month in one line</source>
        <translation>下個月一行指令完成</translation>
    </message>
    <message>
        <source>Slides (*.pptx *.potx)</source>
        <translation>投影片 (*.pptx *.potx)</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>選擇範本</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>尋找指標</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折線圖</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>長條圖</translation>
    </message>
    <message>
        <source>MRR movements</source>
        <translation>MRR 變動</translation>
    </message>
    <message>
        <source>by {attribute}</source>
        <translation>依{attribute}</translation>
    </message>
    <message>
        <source>Refresh slides</source>
        <translation>更新投影片</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Shown with a scenario</source>
        <translation>啟用情境時顯示</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>正在計算</translation>
    </message>
    <message>
        <source>The data do not tell this</source>
        <translation>現有資料無法得出</translation>
    </message>
    <message>
        <source>the pages of your deck</source>
        <translation>簡報的各頁</translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>新增頁面</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月更新</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>報告頁面</translation>
    </message>
    <message>
        <source>Slides and workbooks made of your charts, with native tables and formulas.</source>
        <translation>由圖表產生的簡報與活頁簿，含原生表格與公式。</translation>
    </message>
    <message>
        <source>Needs a chart or a card to put on a slide.</source>
        <translation>需要一個圖表或卡片放到投影片上。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Choose a template</source>
        <translation>選擇範本</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本頁</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>整份報告</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>投影片</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>頁面標題</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>頁面文字</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>報告標題</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Take out of the report</source>
        <translation>從報告中移除</translation>
    </message>
    <message>
        <source>Stand-ins for customers</source>
        <translation>客戶名稱用代號</translation>
    </message>
</context>
<context>
    <name>RestatementView</name>
    <message>
        <source>KPI</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>{n} past {n|figure|figures} changed</source>
        <translation>{n} 個歷史數值有變動</translation>
    </message>
    <message>
        <source>The rows behind a figure are named at the last period of the first KPIs.</source>
        <translation>僅在前幾個指標的最近一期列出對應的明細列。</translation>
    </message>
    <message>
        <source>No past figure changed</source>
        <translation>歷史數值沒有變化</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>What</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>儲存格</translation>
    </message>
    <message>
        <source>{added} rows added, {changed} changed, {removed} removed</source>
        <translation>新增 {added} 列，修改 {changed} 列，刪除 {removed} 列</translation>
    </message>
    <message>
        <source>The rows that did it</source>
        <translation>引起變動的列</translation>
    </message>
    <message>
        <source>{row} and {n} more</source>
        <translation>{row} 及另外 {n} 列</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Figures that changed</source>
        <translation>有變動的數值</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Import {n} {n|table|tables}</source>
        <translation>匯入 {n} 個資料表</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>新增檔案</translation>
    </message>
    <message>
        <source>{taken} of {all} to import</source>
        <translation>共 {all} 張，匯入 {taken} 張</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} 項待核對</translation>
    </message>
    <message>
        <source>Read it like this</source>
        <translation>依此讀取</translation>
    </message>
    <message>
        <source>No table is chosen: say what a sheet is, or take it in.</source>
        <translation>未選任何表：請指定工作表的類型，或將其納入。</translation>
    </message>
    <message>
        <source>No KPI can be computed from these tables yet: say what a sheet is.</source>
        <translation>這些表還算不出指標：請指定工作表的類型。</translation>
    </message>
    <message>
        <source>Up to {n} KPIs can be computed after this import.</source>
        <translation>匯入後最多可計算 {n} 個指標。</translation>
    </message>
    <message>
        <source>Up to {n} KPIs can be computed after this import, {more} of them thanks to this table.</source>
        <translation>匯入後最多可計算 {n} 個指標，其中 {more} 個來自此表。</translation>
    </message>
    <message>
        <source>Why “{header}” was read so</source>
        <translation>為何這樣讀取「{header}」</translation>
    </message>
    <message>
        <source>No role fits it; it is kept to segment by.</source>
        <translation>沒有合適的欄位，保留用於分群。</translation>
    </message>
    <message>
        <source>Why the sheet was read so</source>
        <translation>為何這樣讀取此表</translation>
    </message>
    <message>
        <source>Nothing is changed in your files. You can undo the import.</source>
        <translation>檔案不會被更動，匯入可以復原。</translation>
    </message>
    <message>
        <source>Read files like this the same way from now on</source>
        <translation>以後同類檔案照此讀取</translation>
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
        <translation>合計</translation>
    </message>
    <message>
        <source>Total of {shown} {n|row|rows}</source>
        <translation>{shown} 列合計</translation>
    </message>
    <message>
        <source>Copied {shown} {n|row|rows}</source>
        <translation>已複製 {shown} 列</translation>
    </message>
    <message>
        <source>Copied the first {shown} of {total} rows: more at once is too much for the clipboard</source>
        <translation>已複製 {total} 列中的前 {shown} 列：剪貼簿一次容不下更多</translation>
    </message>
    <message>
        <source>{shown} of {total} rows</source>
        <translation>{total} 列中的 {shown} 列</translation>
    </message>
    <message>
        <source>{total} {n|row|rows}</source>
        <translation>{total} 列</translation>
    </message>
    <message>
        <source>by {column}, falling</source>
        <translation>依{column}遞減</translation>
    </message>
    <message>
        <source>by {column}, rising</source>
        <translation>依{column}遞增</translation>
    </message>
    <message>
        <source>not all rows are here, so nothing is totalled</source>
        <translation>未列出全部列，因此不作合計</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>篩選列</translation>
    </message>
    <message>
        <source>All rows, in their first order</source>
        <translation>全部列，依原來的順序</translation>
    </message>
</context>
<context>
    <name>ScenarioBar</name>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>新增情境</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>情境名稱</translation>
    </message>
</context>
<context>
    <name>ScenarioPage</name>
    <message>
        <source>{n} {n|driver|drivers} changed</source>
        <translation>已變更 {n} 個驅動因素</translation>
    </message>
    <message>
        <source>nothing changed yet</source>
        <translation>尚未變更</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假設分析</translation>
    </message>
    <message>
        <source>Move churn, price or cost and see what LTV/CAC becomes.</source>
        <translation>調整流失率、價格或成本，查看 LTV/CAC 的變化。</translation>
    </message>
    <message>
        <source>Needs subscriptions, or a sheet of monthly figures.</source>
        <translation>需要訂閱資料，或一張月度指標表。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
</context>
<context>
    <name>ScenarioView</name>
    <message>
        <source>What moves it</source>
        <translation>影響因素</translation>
    </message>
    <message>
        <source>Goal seek</source>
        <translation>目標反推</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>走勢</translation>
    </message>
    <message>
        <source>Two drivers</source>
        <translation>兩個因素</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>區間</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
</context>
<context>
    <name>SegmentPick</name>
    <message>
        <source>Click: all segments again</source>
        <translation>按一下：恢復全部分群</translation>
    </message>
    <message>
        <source>Click: only {segment}</source>
        <translation>按一下：只看「{segment}」</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>應用程式</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>此工作區</translation>
    </message>
    <message>
        <source>These rules hold for all KPIs at once and are saved with the workspace.</source>
        <translation>這些規則立即適用於所有指標，並隨工作區儲存。</translation>
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
        <translation>未查看的列不在此顯示，但同樣會載入。</translation>
    </message>
    <message>
        <source>cannot be read, stays empty</source>
        <translation>無法讀取，留空</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>was {baseline}</source>
        <translation>原為 {baseline}</translation>
    </message>
    <message>
        <source>usually {range}</source>
        <translation>通常 {range}</translation>
    </message>
    <message>
        <source>A number, or /2, x0.5, +10%, -20%</source>
        <translation>數字，或 /2、x0.5、+10%、-20%</translation>
    </message>
    <message>
        <source>Back to the baseline</source>
        <translation>回到基準</translation>
    </message>
</context>
<context>
    <name>StatusBinding</name>
    <message>
        <source>New workspace</source>
        <translation>新工作區</translation>
    </message>
    <message>
        <source>watching {n} {n|file|files}</source>
        <translation>監視 {n} 個檔案</translation>
    </message>
    <message>
        <source>{n} {n|file|files}</source>
        <translation>{n} 個檔案</translation>
    </message>
    <message>
        <source>data to {day}</source>
        <translation>資料截至{day}</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>尚未儲存</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>{time} 已儲存</translation>
    </message>
</context>
<context>
    <name>StillViews</name>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>取得範本</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>拆分依據</translation>
    </message>
</context>
<context>
    <name>StudyTiles</name>
    <message>
        <source>Computing</source>
        <translation>正在計算</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>No surge: nothing far above what is usual.</source>
        <translation>無激增：沒有明顯高於平常的時期。</translation>
    </message>
    <message>
        <source>Tickets by tag</source>
        <translation>各標籤的工單</translation>
    </message>
    <message>
        <source>By calendar; tickets that do not yet wait that long are left out</source>
        <translation>依日曆時間；等待尚不足該時長的工單不計入</translation>
    </message>
    <message>
        <source>Answered and resolved in time</source>
        <translation>時限內回覆與解決</translation>
    </message>
    <message>
        <source>How tickets are answered</source>
        <translation>工單的處理情況</translation>
    </message>
</context>
<context>
    <name>TableReview</name>
    <message>
        <source>You said so</source>
        <translation>已手動指定</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>信心度 {percent}</translation>
    </message>
    <message>
        <source>{percent}: look at it</source>
        <translation>{percent}，請核對</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>納入</translation>
    </message>
    <message>
        <source>No business table: it is kept, but nothing is computed from it.</source>
        <translation>不是業務資料表：予以保留，但不用於計算。</translation>
    </message>
    <message>
        <source>Your row</source>
        <translation>原始列</translation>
    </message>
    <message>
        <source>Your column</source>
        <translation>檔案中的欄</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>辨識為</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>讀作</translation>
    </message>
    <message>
        <source>Found in it</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>header in row {row}</source>
        <translation>標題在第 {row} 列</translation>
    </message>
    <message>
        <source>no header row</source>
        <translation>沒有標題列</translation>
    </message>
    <message>
        <source>header</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>total, not counted</source>
        <translation>合計，不計入</translation>
    </message>
    <message>
        <source>another table</source>
        <translation>另一張表</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Row {row} was not looked at: the nearest row that is shown is marked</source>
        <translation>未檢視第 {row} 列：已標出所顯示的最近一列</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>辨識為</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>The sheet as found</source>
        <translation>原始工作表</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>資料表的欄</translation>
    </message>
</context>
<context>
    <name>TablesView</name>
    <message>
        <source>Tables</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>Your column</source>
        <translation>檔案中的欄</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>辨識為</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>讀作</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>新增檔案</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Correct how it is read</source>
        <translation>更正讀取方式</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>資料表的欄</translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source>Target, at least</source>
        <translation>目標，至少</translation>
    </message>
    <message>
        <source>Target, at most</source>
        <translation>目標，至多</translation>
    </message>
    <message>
        <source>Alert below</source>
        <translation>低於此值時提醒</translation>
    </message>
    <message>
        <source>Alert above</source>
        <translation>高於此值時提醒</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>{kpi}, each period</source>
        <translation>{kpi}，每個週期</translation>
    </message>
    <message>
        <source>Numbers such as 1200, 1.2M or 5% are understood.</source>
        <translation>可以輸入 1200、1.2M 或 5% 這樣的數字。</translation>
    </message>
</context>
<context>
    <name>TextPopover</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>標題</translation>
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
        <translation>從儀表板移除</translation>
    </message>
    <message>
        <source>Arrange {name}</source>
        <translation>排列：{name}</translation>
    </message>
    <message>
        <source>Drag to move, pull the corner to resize. Arrows move, Shift+arrows resize, Delete removes.</source>
        <translation>拖曳可移動，拉右下角可調整大小。方向鍵移動，Shift+方向鍵調整大小，Delete 移除。</translation>
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
        <translation>變動開始的月份</translation>
    </message>
    <message>
        <source>Months until changes hold wholly</source>
        <translation>變動完全生效所需月數</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>over {n} {n|month|months}</source>
        <translation>{n} 個月內逐步生效</translation>
    </message>
</context>
<context>
    <name>TogetherRow</name>
    <message>
        <source>{one} with {other} {strength}</source>
        <translation>{one}與{other} {strength}</translation>
    </message>
    <message>
        <source>Moving together, −1 to 1:</source>
        <translation>連動係數（−1 至 1）：</translation>
    </message>
    <message>
        <source>Enter states it; empty: as their histories did</source>
        <translation>按 Enter 設定；留空則依歷史連動</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
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
        <translation>略過導覽</translation>
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
        <translation>未依頁面拆分：頁面超過 {count} 個。</translation>
    </message>
    <message>
        <source>Worst bounce first; fewer than 30 sessions last</source>
        <translation>跳出率最高者在前；不足 30 個工作階段者在後</translation>
    </message>
    <message>
        <source>Where visits begin and end</source>
        <translation>造訪的起點與終點</translation>
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
        <translation>達到</translation>
    </message>
    <message>
        <source>over</source>
        <translation>需變動</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目標</translation>
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
        <translation>沒有符合這些篩選條件的列。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除篩選</translation>
    </message>
</context>
<context>
    <name>WaysPanel</name>
    <message>
        <source>This would bring {name} to {value}, {reason}.</source>
        <translation>以下變動可使 {name} 達到 {value}（{reason}）。</translation>
    </message>
    <message>
        <source>Each of these alone would bring {name} to {value}, {reason}. The least effort first.</source>
        <translation>以下任一項單獨變動，即可使 {name} 達到 {value}（{reason}）。最省力的在前。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>可以怎麼做</translation>
    </message>
    <message>
        <source>no history to compare with</source>
        <translation>沒有可比較的歷史</translation>
    </message>
    <message>
        <source>{n} × its usual spread</source>
        <translation>其平常波動的 {n} 倍</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試試</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
    </message>
    <message>
        <source>Drop your sheets here</source>
        <translation>將試算表拖放到這裡</translation>
    </message>
    <message>
        <source>Every growth figure from them: computed, explained, ready for what-if.</source>
        <translation>由此得出所有成長指標：算得出、說得清、可做假設分析。</translation>
    </message>
    <message>
        <source>XLSX, XLS, ODS, CSV and more: files or folders. Nothing leaves this computer.</source>
        <translation>XLSX、XLS、ODS、CSV 等：檔案或資料夾均可。資料不會離開這台電腦。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>貼上表格</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>開啟工作區</translation>
    </message>
    <message>
        <source>Get a template</source>
        <translation>取得範本</translation>
    </message>
    <message>
        <source>What can I compute?</source>
        <translation>我能算什麼？</translation>
    </message>
    <message>
        <source>Take a short tour</source>
        <translation>快速導覽</translation>
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
        <translation>為何變化</translation>
    </message>
    <message>
        <source>Open Why</source>
        <translation>開啟歸因</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>When: changes beyond chance, and notes</source>
        <translation>何時：超出偶然的變化與備註</translation>
    </message>
    <message>
        <source>Largest customers that moved</source>
        <translation>變動最大的客戶</translation>
    </message>
    <message>
        <source>Dated by month: changes are not looked for by day or week</source>
        <translation>依月定位：不依日或週尋找變化</translation>
    </message>
    <message>
        <source>The change, split by what the figure was in each segment</source>
        <translation>變化依各分群自身的數值拆分</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>依分群</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 變動</translation>
    </message>
</context>
<context>
    <name>WindowBinding</name>
    <message>
        <source>Nothing to undo</source>
        <translation>沒有可復原的動作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>沒有可重做的動作</translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message>
        <source>Search KPIs, pages, actions</source>
        <translation>搜尋指標、頁面、動作</translation>
    </message>
    <message>
        <source>Which table do you want to fill in?</source>
        <translation>要填寫哪張表？</translation>
    </message>
    <message>
        <source>What can I compute with …</source>
        <translation>用哪張表能算什麼……</translation>
    </message>
</context>
<context>
    <name>WorkspaceButton</name>
    <message>
        <source>Workspace menu</source>
        <translation>工作區選單</translation>
    </message>
</context>
<context>
    <name>_Item</name>
    <message>
        <source>Why?</source>
        <translation>為什麼？</translation>
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
        <translation>去掉這項變動</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Undone: {step}</source>
        <translation>已復原：{step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>在本頁尋找</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>取消執行中的工作</translation>
    </message>
    <message>
        <source>This page has no figures to print.</source>
        <translation>本頁沒有可列印的數字。</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新增工作區</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>開啟工作區</translation>
    </message>
    <message>
        <source>Save workspace</source>
        <translation>儲存工作區</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作區另存新檔</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>匯入檔案</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>貼上表格</translation>
    </message>
    <message>
        <source>Read all files again</source>
        <translation>重新讀取所有檔案</translation>
    </message>
    <message>
        <source>Show what reading again changed</source>
        <translation>檢視重新讀取後的變動</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>試用範例公司</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Print into a PDF</source>
        <translation>列印成 PDF</translation>
    </message>
    <message>
        <source>Restore unsaved work</source>
        <translation>還原未儲存的內容</translation>
    </message>
    <message>
        <source>Discard unsaved work</source>
        <translation>捨棄未儲存的內容</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance of the system</source>
        <translation>跟隨系統外觀</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高對比（淺色）</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高對比（深色）</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>跟隨系統語言</translation>
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
        <translation>選擇日、週、月、季或年</translation>
    </message>
    <message>
        <source>Choose the period</source>
        <translation>選擇週期</translation>
    </message>
    <message>
        <source>Choose what to compare with</source>
        <translation>選擇比較對象</translation>
    </message>
    <message>
        <source>Choose a segment</source>
        <translation>選擇分群</translation>
    </message>
    <message>
        <source>Search KPIs, pages, actions</source>
        <translation>搜尋指標、頁面、動作</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>收合側邊欄</translation>
    </message>
    <message>
        <source>Move to the next part of the window</source>
        <translation>移到視窗的下一個區域</translation>
    </message>
    <message>
        <source>Take a short tour</source>
        <translation>快速導覽</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>顯示所有快速鍵</translation>
    </message>
    <message>
        <source>Check the installation</source>
        <translation>檢查安裝情況</translation>
    </message>
    <message>
        <source>About KPI Desk</source>
        <translation>關於 KPI Desk</translation>
    </message>
    <message>
        <source>What if this KPI were different</source>
        <translation>對該指標做假設分析</translation>
    </message>
    <message>
        <source>Why this KPI changed</source>
        <translation>查看該指標為何變化</translation>
    </message>
    <message>
        <source>Export as a file</source>
        <translation>匯出為檔案</translation>
    </message>
    <message>
        <source>Write to a known file</source>
        <translation>寫入已選檔案</translation>
    </message>
    <message>
        <source>Export the chart as PNG</source>
        <translation>將圖表匯出為 PNG</translation>
    </message>
    <message>
        <source>Picture of the chart for a slide</source>
        <translation>將圖表存為投影片用的圖片</translation>
    </message>
    <message>
        <source>Chart as slide, workbook or document</source>
        <translation>圖表存為投影片、活頁簿或文書</translation>
    </message>
    <message>
        <source>Print the chart</source>
        <translation>列印圖表</translation>
    </message>
    <message>
        <source>Carry the chart into another program</source>
        <translation>把圖表拖到其他程式</translation>
    </message>
    <message>
        <source>Export the chart as SVG</source>
        <translation>將圖表匯出為 SVG</translation>
    </message>
    <message>
        <source>Export the chart as CSV</source>
        <translation>將圖表匯出為 CSV</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>複製表格</translation>
    </message>
    <message>
        <source>Get a template of a table</source>
        <translation>取得資料表範本</translation>
    </message>
    <message>
        <source>What can I compute with which table</source>
        <translation>用哪張表能算什麼</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>開啟最近的檔案</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>還沒有開啟過檔案</translation>
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
        <translation>兩端並非都有{kpi}的計算依據</translation>
    </message>
    <message>
        <source>{kpi} has no value at either end</source>
        <translation>{kpi}在兩端都沒有數值</translation>
    </message>
    <message>
        <source>{kpi} has no value at the first end</source>
        <translation>{kpi}在起點沒有數值</translation>
    </message>
    <message>
        <source>{kpi} has no value at the second end</source>
        <translation>{kpi}在終點沒有數值</translation>
    </message>
    <message>
        <source>{kpi} is not among the computed KPIs</source>
        <translation>{kpi}不在已計算的指標之中</translation>
    </message>
    <message>
        <source>{period} is not among the periods of the data</source>
        <translation>{period}不在資料的週期之內</translation>
    </message>
    <message>
        <source>They reach from {first} to {last}.</source>
        <translation>資料的週期為{first}至{last}。</translation>
    </message>
    <message>
        <source>The figures are not split by an attribute</source>
        <translation>數字沒有依屬性拆分</translation>
    </message>
    <message>
        <source>How the segments make up {kpi} is not known</source>
        <translation>無法得知各分群如何構成{kpi}</translation>
    </message>
</context>
<context>
    <name>boards</name>
    <message>
        <source>{cards} {cards|card|cards}, {charts} {charts|chart|charts}</source>
        <translation>{cards} 張卡片，{charts} 個圖表</translation>
    </message>
    <message>
        <source>{cards} {cards|card|cards}</source>
        <translation>{cards} 張卡片</translation>
    </message>
    <message>
        <source>{cards} {cards|card|cards}; the sheets have no dates, so there is no course over time</source>
        <translation>{cards} 張卡片；表格裡沒有日期，因此沒有隨時間的走勢</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>by level</source>
        <translation>依層級</translation>
    </message>
    <message>
        <source>by stage</source>
        <translation>依階段</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新增儀表板</translation>
    </message>
    <message>
        <source>Duplicate this board</source>
        <translation>複製此儀表板</translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation>重新命名此儀表板</translation>
    </message>
    <message>
        <source>Back to the ready board</source>
        <translation>還原為預設儀表板</translation>
    </message>
    <message>
        <source>Remove this board</source>
        <translation>刪除此儀表板</translation>
    </message>
    <message>
        <source>As a line</source>
        <translation>用折線</translation>
    </message>
    <message>
        <source>As bars</source>
        <translation>用長條</translation>
    </message>
    <message>
        <source>As stacked bars</source>
        <translation>用堆疊長條</translation>
    </message>
    <message>
        <source>As a heat map</source>
        <translation>用熱圖</translation>
    </message>
    <message>
        <source>Without a comparison</source>
        <translation>不比較</translation>
    </message>
    <message>
        <source>Beside the period before</source>
        <translation>與上期比較</translation>
    </message>
    <message>
        <source>Beside a year ago</source>
        <translation>與去年同期比較</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部週期</translation>
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
        <translation>座標軸從最小值開始</translation>
    </message>
    <message>
        <source>Axis from zero</source>
        <translation>座標軸從零開始</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書寫</translation>
    </message>
    <message>
        <source>Take off the board</source>
        <translation>從儀表板移除</translation>
    </message>
    <message>
        <source>It stands on this board already.</source>
        <translation>此儀表板上已有。</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>is being computed</source>
        <translation>正在計算</translation>
    </message>
    <message>
        <source>could not be computed</source>
        <translation>無法計算</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>No value in this period</source>
        <translation>本期沒有數值</translation>
    </message>
    <message>
        <source>Add data</source>
        <translation>新增資料</translation>
    </message>
    <message>
        <source>vs target {target}</source>
        <translation>較目標 {target}</translation>
    </message>
    <message>
        <source>95% interval: {span}</source>
        <translation>95% 區間：{span}</translation>
    </message>
    <message>
        <source>vs {period}</source>
        <translation>較{period}</translation>
    </message>
    <message>
        <source>{period} · {assumption}</source>
        <translation>{period} · {assumption}</translation>
    </message>
    <message>
        <source>{period} · partly assumed</source>
        <translation>{period} · 部分為假設</translation>
    </message>
    <message>
        <source>{period} · {span}, based on {n}</source>
        <translation>{period} · {span}，樣本 {n}</translation>
    </message>
    <message>
        <source>{period} · based on {n}</source>
        <translation>{period} · 樣本 {n}</translation>
    </message>
    <message>
        <source>noisy: {span}</source>
        <translation>雜訊：{span}</translation>
    </message>
    <message>
        <source>noisy: {span}, based on {n}</source>
        <translation>雜訊：{span}，樣本 {n}</translation>
    </message>
    <message>
        <source>Needs {what}.</source>
        <translation>需要{what}。</translation>
    </message>
    <message>
        <source>alert: below {limit}</source>
        <translation>提醒：低於 {limit}</translation>
    </message>
    <message>
        <source>alert: above {limit}</source>
        <translation>提醒：高於 {limit}</translation>
    </message>
    <message>
        <source>{period} has not ended: the value is that of the days so far</source>
        <translation>{period}尚未結束：數值只含已過去的天數</translation>
    </message>
    <message>
        <source>{period} is incomplete: the value is of what is known so far</source>
        <translation>{period}不完整：數值只含目前已知的部分</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>{period}, not ended yet</source>
        <translation>{period}，尚未結束</translation>
    </message>
    <message>
        <source>not ended yet</source>
        <translation>尚未結束</translation>
    </message>
    <message>
        <source>{period} has not ended; the value is of {last}</source>
        <translation>{period}尚未結束；此為{last}的數值</translation>
    </message>
    <message>
        <source>The move could be noise: it is no larger than the usual ups and downs</source>
        <translation>這一變化可能只是波動：不超過平時的起伏</translation>
    </message>
    <message>
        <source>Too few earlier changes to say whether the move is more than chance</source>
        <translation>以往的變化太少，無法判斷這一變化是否只是偶然</translation>
    </message>
    <message>
        <source>The move could be noise: its 95% interval holds 0</source>
        <translation>這一變化可能只是波動：其 95% 區間包含 0</translation>
    </message>
    <message>
        <source>The move is more than chance: its 95% interval does not hold 0</source>
        <translation>這一變化不只是偶然：其 95% 區間不含 0</translation>
    </message>
    <message>
        <source>The move is more than chance: it is larger than the usual ups and downs</source>
        <translation>這一變化不只是偶然：大於平時的起伏</translation>
    </message>
    <message>
        <source>In colour where the move is more than chance; in grey where it could be chance or cannot be judged</source>
        <translation>有顏色：變化不只是偶然；灰色：可能是偶然，或無法判斷</translation>
    </message>
    <message>
        <source>The move is within month-to-month noise: the 95% interval is {span} now</source>
        <translation>變動在逐月波動範圍之內：目前 95% 區間為 {span}</translation>
    </message>
    <message>
        <source>off target: at most {target}</source>
        <translation>未達標：應不高於 {target}</translation>
    </message>
    <message>
        <source>off target: at least {target}</source>
        <translation>未達標：應不低於 {target}</translation>
    </message>
    <message>
        <source>No value under this scenario</source>
        <translation>此情境下沒有數值</translation>
    </message>
    <message>
        <source>baseline {value}</source>
        <translation>基準 {value}</translation>
    </message>
    <message>
        <source>does not depend on it</source>
        <translation>與其無關</translation>
    </message>
    <message>
        <source>depends on {driver}</source>
        <translation>取決於{driver}</translation>
    </message>
    <message>
        <source>what-if, not a real value</source>
        <translation>假設值，並非實際數值</translation>
    </message>
    <message>
        <source>not changed by this scenario</source>
        <translation>不受此情境影響</translation>
    </message>
    <message>
        <source>does not depend on {drivers}, but on {driver}</source>
        <translation>與{drivers}無關，取決於{driver}</translation>
    </message>
    <message>
        <source>does not depend on {drivers}</source>
        <translation>與{drivers}無關</translation>
    </message>
    <message>
        <source>Needs a table of {table}: {parts}.</source>
        <translation>需要一張{table}表：{parts}。</translation>
    </message>
    <message>
        <source>Needs {count|a column|columns} in a table of {table}: {parts}.</source>
        <translation>{table}表中還需要這些欄：{parts}。</translation>
    </message>
    <message>
        <source>Needs a table of {table}: {parts} and more.</source>
        <translation>需要一張{table}表：{parts}等。</translation>
    </message>
    <message>
        <source>Needs columns in a table of {table}: {parts} and more.</source>
        <translation>{table}表中還需要{parts}等欄。</translation>
    </message>
    <message>
        <source>Needs tables of {tables}.</source>
        <translation>需要這些表：{tables}。</translation>
    </message>
    <message>
        <source>Or a table of {table}: {parts}.</source>
        <translation>或一張{table}表：{parts}。</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>The name {name} is taken.</source>
        <translation>名稱 {name} 已被使用。</translation>
    </message>
    <message>
        <source>{name} reads {ref}, which is not in the catalogue.</source>
        <translation>{name} 引用了 {ref}，但指標目錄中沒有它。</translation>
    </message>
    <message>
        <source>{name} waits for {ref}, which is no rule of the workspace.</source>
        <translation>{name} 要等 {ref}，但工作區沒有這條規則。</translation>
    </message>
    <message>
        <source>{name} is computed from itself: {circle}.</source>
        <translation>{name} 循環參照自身：{circle}。</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>{name} is declared as {declared} but its formula is {found}.</source>
        <translation>{name} 宣告為 {declared}，但公式得出的是 {found}。</translation>
    </message>
    <message>
        <source>{name} needs {need}, which the schema does not have.</source>
        <translation>{name} 需要 {need}，但資料模型中沒有它。</translation>
    </message>
    <message>
        <source>{name} aggregates {table}, which does not exist.</source>
        <translation>{name} 彙總的 {table} 不存在。</translation>
    </message>
    <message>
        <source>{name} sums or averages what has to be computed from its parts.</source>
        <translation>{name} 對必須由各部分計算的數值做了加總或平均。</translation>
    </message>
    <message>
        <source>{name} mixes an earlier period with this one; name it apart.</source>
        <translation>{name} 混用了前期與本期；應另設名稱。</translation>
    </message>
    <message>
        <source>{name} lacks a text in one of the languages.</source>
        <translation>{name} 缺少某種語言的文字。</translation>
    </message>
    <message>
        <source>{name} has an interval without its parts.</source>
        <translation>{name} 有區間，卻沒有計算區間的各部分。</translation>
    </message>
</context>
<context>
    <name>certainty</name>
    <message>
        <source>A total of all that the data hold: nothing is estimated. Its moves are held against its earlier ones.</source>
        <translation>這是資料的全部合計，沒有估計成分；其變化與以往的變化相比較。</translation>
    </message>
    <message>
        <source>A median or percentile: its interval needs every single value, and only the figure of each period is kept.</source>
        <translation>中位數或百分位數：其區間需要每一個單獨的數值，而只留存了每個週期的結果。</translation>
    </message>
    <message>
        <source>The data give totals, not the single observations.</source>
        <translation>資料只給出合計，沒有逐筆觀測。</translation>
    </message>
    <message>
        <source>Its parts come from different tables, which share no observations.</source>
        <translation>其組成來自不同的資料表，沒有共同的觀測。</translation>
    </message>
    <message>
        <source>It is the outcome of a model, not a count of observations.</source>
        <translation>這是模型的結果，不是對觀測的計數。</translation>
    </message>
    <message>
        <source>Assumed or entered, not observed.</source>
        <translation>假定或填寫的數值，並非觀測所得。</translation>
    </message>
    <message>
        <source>The same users are counted on many days, so days are no sample.</source>
        <translation>同一使用者在多天被計入，因此各天不構成樣本。</translation>
    </message>
    <message>
        <source>A quotient of two totals of money, of which each is complete.</source>
        <translation>兩個金額合計之商，每個合計都是完整的。</translation>
    </message>
    <message>
        <source>A monthly sheet gives the figure, not the observations behind it.</source>
        <translation>月度表只給出數字，沒有背後的觀測。</translation>
    </message>
    <message>
        <source>There are too few observations in these data.</source>
        <translation>這些資料中的觀測太少。</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>No channel brings or costs anything here</source>
        <translation>這裡沒有帶來客戶或產生費用的通路</translation>
    </message>
    <message>
        <source>Counted as one: {names}</source>
        <translation>合併計算：{names}</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通路</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>廣告活動</translation>
    </message>
    <message>
        <source>Ad group</source>
        <translation>廣告群組</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>Kind of cost</source>
        <translation>成本類型</translation>
    </message>
    <message>
        <source>Cost that names no channel, and customers of unknown origin; part of the total</source>
        <translation>未註明通路的成本和來源不明的客戶；已計入合計</translation>
    </message>
    <message>
        <source>Not known of this channel</source>
        <translation>此通路沒有該資料</translation>
    </message>
    <message>
        <source>Nothing was spent here: there is no cost to compare with</source>
        <translation>此處沒有支出：沒有可供比較的成本</translation>
    </message>
    <message>
        <source>What they bring</source>
        <translation>各通路的收穫</translation>
    </message>
    <message>
        <source>What a customer costs and is worth</source>
        <translation>客戶的成本與價值</translation>
    </message>
    <message>
        <source>No table says by which channel customers came.</source>
        <translation>沒有資料表說明客戶來自哪個通路。</translation>
    </message>
    <message>
        <source>What they cost is not known. {needs}</source>
        <translation>成本未知。{needs}</translation>
    </message>
    <message>
        <source>What they cost, bring and pay back</source>
        <translation>成本、收穫與回報</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>No MRR movements here</source>
        <translation>這裡沒有 MRR 變動</translation>
    </message>
    <message>
        <source>No values in this range</source>
        <translation>此範圍內沒有數值</translation>
    </message>
    <message>
        <source>{name}: no values in this range.</source>
        <translation>{name}：此範圍內沒有數值。</translation>
    </message>
    <message>
        <source>{name} in {period}: most {first} ({high}), least {last} ({low}).</source>
        <translation>{name}（{period}）：最高為{first}（{high}），最低為{last}（{low}）。</translation>
    </message>
    <message>
        <source>in %</source>
        <translation>單位：%</translation>
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
        <translation>{count} 則備註</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 區間</translation>
    </message>
    <message>
        <source>Only {count} {count|period|periods} with a value: too few for a line</source>
        <translation>僅 {count} 期有數值：不足以連成線</translation>
    </message>
    <message>
        <source>The axis does not start at zero</source>
        <translation>縱軸不從零開始</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>{kpi}, month by month</source>
        <translation>{kpi}（逐月）</translation>
    </message>
    <message>
        <source>what-if from {period}</source>
        <translation>假設自{period}起</translation>
    </message>
    <message>
        <source>ahead from {period}</source>
        <translation>{period}起</translation>
    </message>
    <message>
        <source>80% band</source>
        <translation>80% 區間</translation>
    </message>
    <message>
        <source>Scenario {scenario}: {changes}</source>
        <translation>情境「{scenario}」：{changes}</translation>
    </message>
    <message>
        <source>{kpi}, in ranges</source>
        <translation>{kpi}，可能區間</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位數</translation>
    </message>
    <message>
        <source>50% of draws</source>
        <translation>50% 的模擬</translation>
    </message>
    <message>
        <source>80%</source>
        <translation>80%</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>{name} in {period}: {middle}, in 80 of 100 draws {low} to {high}.</source>
        <translation>{name}，{period}：{middle}，80% 的模擬在 {low} 到 {high} 之間。</translation>
    </message>
    <message>
        <source>{name} in {period}: {base} if every month is like the last.</source>
        <translation>{name}：若此後每月都與最近一月相同，{period}為 {base}。</translation>
    </message>
    <message>
        <source>{name} in {period}: {scenario} would be {value}, baseline {base} ({change}).</source>
        <translation>{name}（{period}）：「{scenario}」下為 {value}，基準為 {base}（{change}）。</translation>
    </message>
    <message>
        <source>What moves {kpi} most</source>
        <translation>對{kpi}影響最大的因素</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>無影響</translation>
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
        <translation>驅動因素</translation>
    </message>
    <message>
        <source>{name} is {value}; nothing here moves it.</source>
        <translation>{name}為 {value}；這裡沒有能影響它的因素。</translation>
    </message>
    <message>
        <source>{name} is {value}; {driver} moves it most, from {low} to {high}.</source>
        <translation>{name}為 {value}；{driver}的影響最大，範圍 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>擴展</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Other segments</source>
        <translation>其他分群</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>收縮</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>匯率</translation>
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
        <translation>MRR 變動瀑布圖</translation>
    </message>
    <message>
        <source>Net change</source>
        <translation>淨變化</translation>
    </message>
    <message>
        <source>Movements by period</source>
        <translation>各期變動</translation>
    </message>
    <message>
        <source>Netted by customer and month</source>
        <translation>依客戶和月份淨額計算</translation>
    </message>
    <message>
        <source>Netted by customer and period</source>
        <translation>依客戶和週期取淨額</translation>
    </message>
    <message>
        <source>The last period has not ended</source>
        <translation>最後一期尚未結束</translation>
    </message>
    <message>
        <source>Best {best} with {most}, worst {worst} with {least}.</source>
        <translation>最好的是 {best}（{most}），最差的是 {worst}（{least}）。</translation>
    </message>
    <message>
        <source>Expan.</source>
        <translation>擴展</translation>
    </message>
    <message>
        <source>React.</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Contr.</source>
        <translation>收縮</translation>
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
        <translation>{kpi}變動</translation>
    </message>
    <message>
        <source>Axis starts at {value}</source>
        <translation>縱軸從 {value} 起</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>From {start} to {end} ({change}); the largest movement is {name} with {amount}.</source>
        <translation>從 {start} 到 {end}（{change}）；最大的變動是{name}，{amount}。</translation>
    </message>
    <message>
        <source>Standard profile</source>
        <translation>標準定義</translation>
    </message>
    <message>
        <source>Profile {profile}</source>
        <translation>定義：{profile}</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客戶</translation>
    </message>
    <message>
        <source>Survival</source>
        <translation>存活曲線</translation>
    </message>
    <message>
        <source>share still there by months since the start; below, how many were at risk</source>
        <translation>開始後各月仍在的比例；下方為風險人數</translation>
    </message>
    <message>
        <source>share of the MRR of the start still there; below, how many customers were at risk</source>
        <translation>起始 MRR 中仍留存的比例，依起始後的月數；下方為仍在觀察的客戶數</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>風險人數</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>未註明</translation>
    </message>
    <message>
        <source>Kaplan–Meier</source>
        <translation>Kaplan–Meier 估計</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers}, {left} left</source>
        <translation>{n} 位客戶，{left} 位已流失</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未說明</translation>
    </message>
    <message>
        <source>Kaplan–Meier, each customer by the first MRR</source>
        <translation>Kaplan–Meier，客戶依首月 MRR 加權</translation>
    </message>
    <message>
        <source>Data to {day}</source>
        <translation>資料截至{day}</translation>
    </message>
    <message>
        <source>The {n} largest segments are drawn</source>
        <translation>僅繪製最大的 {n} 個分群</translation>
    </message>
    <message>
        <source>Cash of one new customer</source>
        <translation>單一新客戶的現金收支</translation>
    </message>
    <message>
        <source>margin less CAC, by month</source>
        <translation>累計毛利減獲客成本，依月</translation>
    </message>
    <message>
        <source>{n} {n|month|months}</source>
        <translation>{n} 個月</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月數</translation>
    </message>
    <message>
        <source>A new customer costs {cost} and does not earn it back in sight.</source>
        <translation>獲得一位新客戶花費 {cost}，在所示期間內無法回本。</translation>
    </message>
    <message>
        <source>A new customer costs {cost} and earns it back in {n} {n|month|months}.</source>
        <translation>獲得一位新客戶花費 {cost}，{n} 個月回本。</translation>
    </message>
    <message>
        <source>Half of the customers are gone after {months} months; {left} of {n} left.</source>
        <translation>{months} 個月後半數客戶已離開；{n} 位中 {left} 位已流失。</translation>
    </message>
    <message>
        <source>Half of the MRR is gone after {months} months; {left} of {n} left.</source>
        <translation>{months} 個月後 MRR 流失一半；{n} 位客戶中 {left} 位已離開。</translation>
    </message>
    <message>
        <source>After {months} months {share} are still there; {left} of {n} left.</source>
        <translation>{months} 個月後仍有 {share}；{n} 位中 {left} 位已流失。</translation>
    </message>
    <message>
        <source>Customers kept</source>
        <translation>客戶留存</translation>
    </message>
    <message>
        <source>Revenue kept</source>
        <translation>收入留存</translation>
    </message>
    <message>
        <source>Revenue kept, with expansion</source>
        <translation>收入留存（含擴展）</translation>
    </message>
    <message>
        <source>Users kept</source>
        <translation>使用者留存</translation>
    </message>
    <message>
        <source>Who pays at the end of the period</source>
        <translation>期末仍在付費者</translation>
    </message>
    <message>
        <source>Of each customer no more than at the start</source>
        <translation>每位客戶最多計到起始金額</translation>
    </message>
    <message>
        <source>All that the customers of the start pay</source>
        <translation>起始客戶支付的全部金額</translation>
    </message>
    <message>
        <source>Who buys in the period</source>
        <translation>本期購買者</translation>
    </message>
    <message>
        <source>What the customers of the start buy in the period</source>
        <translation>起始客戶在本期的購買額</translation>
    </message>
    <message>
        <source>Who is active in the period</source>
        <translation>本期活躍者</translation>
    </message>
    <message>
        <source>by quarter of the start, quarters since</source>
        <translation>依開始季度，其後各季</translation>
    </message>
    <message>
        <source>by year of the start, years since</source>
        <translation>依開始年份，其後各年</translation>
    </message>
    <message>
        <source>by week of the start, weeks since</source>
        <translation>依開始週，其後各週</translation>
    </message>
    <message>
        <source>by day of the start, days since</source>
        <translation>依開始日，其後各日</translation>
    </message>
    <message>
        <source>Dotted: reached by fewer than half of the cohorts</source>
        <translation>點線：達到該期數的同類群組不足半數</translation>
    </message>
    <message>
        <source>by month of the start, months since</source>
        <translation>依開始月份，其後各月</translation>
    </message>
    <message>
        <source>based on {n}</source>
        <translation>樣本 {n}</translation>
    </message>
    <message>
        <source>Hatched: not ended</source>
        <translation>斜線：尚未結束</translation>
    </message>
    <message>
        <source>All of them together</source>
        <translation>整體</translation>
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
        <translation>依同類群組期數</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>期數</translation>
    </message>
    <message>
        <source>{name}: {value} at age {age}, of {n} who started in {count} cohorts.</source>
        <translation>{name}：第 {age} 期為 {value}（{count} 個同類群組，期初共 {n}）。</translation>
    </message>
    <message>
        <source>{name}: {value} at age {age}, of {n} who started in one cohort.</source>
        <translation>{name}：第 {age} 期為 {value}（僅一個同類群組，期初 {n}）。</translation>
    </message>
    <message>
        <source>Money in {currency}</source>
        <translation>金額單位：{currency}</translation>
    </message>
    <message>
        <source>Source: {files}</source>
        <translation>來源：{files}</translation>
    </message>
    <message>
        <source>Scenario: {scenario}</source>
        <translation>情境：{scenario}</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}.</source>
        <translation>{name}：{period}為 {value}。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}; lowest {low} in {low_period}, highest {high} in {high_period}.</source>
        <translation>{name}：{period}為 {value}；最低 {low}（{low_period}），最高 {high}（{high_period}）。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}, the lowest; highest {high} in {high_period}.</source>
        <translation>{name}：{period}為 {value}，為最低；最高 {high}（{high_period}）。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}, the highest; lowest {low} in {low_period}.</source>
        <translation>{name}：{period}為 {value}，為最高；最低 {low}（{low_period}）。</translation>
    </message>
    <message>
        <source>{name}: {value} in {period}, which is incomplete.</source>
        <translation>{name}：{period}為 {value}（不完整）。</translation>
    </message>
    <message>
        <source>Target {value}</source>
        <translation>目標 {value}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>造訪</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
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
        <translation>商機</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>註冊</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>已啟用</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>To the last stage</source>
        <translation>到最後階段</translation>
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
        <translation>百分比：第一步（{first}）中走到最後一步（{last}）的比例</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到達數</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>Of the top</source>
        <translation>占頂端</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>天數中位數</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>有日期的數量</translation>
    </message>
    <message>
        <source>those who came in {span}, and where they are now</source>
        <translation>{span} 進入的人，以及現在到了哪一步</translation>
    </message>
    <message>
        <source>what happened in {span}</source>
        <translation>{span} 發生的</translation>
    </message>
    <message>
        <source>{visits} visits before the first bar: {share} go on</source>
        <translation>第一個長條之前有 {visits} 次造訪，其中 {share} 繼續</translation>
    </message>
    <message>
        <source>{stage}: some go on without it, so no share of it follows</source>
        <translation>{stage}：有人未經此步繼續，因此下一步不計比例</translation>
    </message>
    <message>
        <source>{stage}: no date, so not here</source>
        <translation>{stage}：沒有日期，故不在此</translation>
    </message>
    <message>
        <source>{stage}: not known of who came in before {day}</source>
        <translation>{stage}：{day}之前進入者的情況未知</translation>
    </message>
    <message>
        <source>Days: median</source>
        <translation>天數為中位數</translation>
    </message>
    <message>
        <source>The latest can still go on</source>
        <translation>最近進入者仍可能繼續</translation>
    </message>
    <message>
        <source>{stage}: {n} of {whole} timed</source>
        <translation>{stage}：{whole} 中有 {n} 個有日期</translation>
    </message>
    <message>
        <source>{share} reach the end; the narrowest step is {stage} with {step}.</source>
        <translation>{share} 到達終點；最窄的一步是{stage}，為 {step}。</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
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
        <translation>部分屬於多列，在各列都計數，在合計中只計一次</translation>
    </message>
    <message>
        <source>year ago</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Area: {volume}</source>
        <translation>面積：{volume}</translation>
    </message>
    <message>
        <source>{y} over {x}</source>
        <translation>縱軸：{y} · 橫軸：{x}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>{count} in all; {name} gives most for its cost: {x_name} {x}, {y_name} {y}.</source>
        <translation>共 {count} 個；{name} 的成本效益最高：{x_name} {x}，{y_name} {y}。</translation>
    </message>
    <message>
        <source>with 95% intervals</source>
        <translation>含 95% 區間</translation>
    </message>
    <message>
        <source>Dashed: all together, {value}</source>
        <translation>虛線：全部合計，{value}</translation>
    </message>
    <message>
        <source>Grey: n below {n}</source>
        <translation>灰色：n 小於 {n}</translation>
    </message>
    <message>
        <source>{name}: highest {first} {high}, lowest {last} {low}.</source>
        <translation>{name}：最高 {first} {high}，最低 {last} {low}。</translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation>推薦者</translation>
    </message>
    <message>
        <source>Passives</source>
        <translation>被動者</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>批評者</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不滿意</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答數</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>評分</translation>
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
        <translation>{kpi} 在任何一次模擬中都沒有值</translation>
    </message>
    <message>
        <source>goal {value}</source>
        <translation>目標 {value}</translation>
    </message>
    <message>
        <source>{n} draws</source>
        <translation>{n} 次模擬</translation>
    </message>
    <message>
        <source>Reaches it</source>
        <translation>達到</translation>
    </message>
    <message>
        <source>Does not</source>
        <translation>未達到</translation>
    </message>
    <message>
        <source>{kpi} at least {goal} in {share} of draws</source>
        <translation>{share} 的模擬中 {kpi} 不低於 {goal}</translation>
    </message>
    <message>
        <source>{kpi} at most {goal} in {share} of draws</source>
        <translation>{share} 的模擬中 {kpi} 不高於 {goal}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Share of draws</source>
        <translation>模擬占比</translation>
    </message>
    <message>
        <source>{name}: {middle}, in 80 of 100 draws {low} to {high}.</source>
        <translation>{name}：{middle}，80% 的模擬在 {low} 到 {high} 之間。</translation>
    </message>
    <message>
        <source>{name} in {period}: most in {scenario}, {value}; baseline {base}.</source>
        <translation>{name}，{period}：{scenario} 最高，為 {value}；基準 {base}。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>目前設定</translation>
    </message>
    <message>
        <source>{kpi} = {goal}</source>
        <translation>{kpi} = {goal}</translation>
    </message>
    <message>
        <source>{kpi} over {across} and {down}</source>
        <translation>{kpi} 隨 {across} 和 {down} 的變化</translation>
    </message>
    <message>
        <source>across {across}, up {down}</source>
        <translation>橫軸 {across}，縱軸 {down}</translation>
    </message>
    <message>
        <source>{kpi} is nowhere {goal} within these bounds.</source>
        <translation>在此範圍內 {kpi} 無處等於 {goal}。</translation>
    </message>
    <message>
        <source>{kpi} is {goal} from {across} {x0} with {down} {y0} to {x1} with {y1}.</source>
        <translation>{kpi} 等於 {goal}：從 {across} {x0}、{down} {y0} 到 {x1}、{y1}。</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Busiest weekday</source>
        <translation>最忙的星期幾</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>First reply</source>
        <translation>首次回覆</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>When tickets come in</source>
        <translation>工單何時到來</translation>
    </message>
    <message>
        <source>tickets by weekday and hour of the day</source>
        <translation>依星期與鐘點的工單數</translation>
    </message>
    <message>
        <source>People busy by hour</source>
        <translation>各鐘點所需人手</translation>
    </message>
    <message>
        <source>tickets of the hour × hours of work per ticket</source>
        <translation>該鐘點的工單 × 每張工單工時</translation>
    </message>
    <message>
        <source>{hours} of work per ticket</source>
        <translation>每張工單 {hours}</translation>
    </message>
    <message>
        <source>The load that comes in; shifts and breaks are not in it</source>
        <translation>僅為到來的工作量，不含班次與休息</translation>
    </message>
    <message>
        <source>Most are needed at {hour}:00: {most} on the busiest weekday.</source>
        <translation>{hour}:00 所需最多：最忙的一天為 {most} 人。</translation>
    </message>
    <message>
        <source>customers leave by their age</source>
        <translation>客戶依在冊時長流失</translation>
    </message>
    <message>
        <source>80% band: {n} draws of drivers as their own history drifts</source>
        <translation>80% 區間：驅動因素依自身歷史波動抽樣 {n} 次</translation>
    </message>
    <message>
        <source>{period}, not ended</source>
        <translation>{period}，尚未結束</translation>
    </message>
    <message>
        <source>by {attribute}</source>
        <translation>依{attribute}</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>{rows} {rows|row that repeats|rows that repeat} the header {rows|is|are} left out.</source>
        <translation>已略去 {rows} 列重複的標題。</translation>
    </message>
    <message>
        <source>{rows} total {rows|row is|rows are} left out, so nothing is counted twice.</source>
        <translation>已略過 {rows} 個合計列，以免重複計算。</translation>
    </message>
    <message>
        <source>To be used as this table it lacks {roles}; give a column that role.</source>
        <translation>要作為此資料表使用，還缺{roles}；可為某一欄指定該欄位。</translation>
    </message>
    <message>
        <source>{cells} of the cells looked at in “{column}” cannot be read as {type}, such as {examples}.</source>
        <translation>檢查過的「{column}」儲存格中有 {cells} 個無法讀作{type}，例如 {examples}。</translation>
    </message>
    <message>
        <source>The dates in “{column}” could be read with day and month the other way round; read as {order}.</source>
        <translation>「{column}」中的日期，日與月可能顛倒；已依{order}讀取。</translation>
    </message>
    <message>
        <source>The points in “{column}” could part thousands or decimals: “{example}” is read as {value}.</source>
        <translation>「{column}」中的點可能是千分位符號，也可能是小數點：「{example}」讀作 {value}。</translation>
    </message>
    <message>
        <source>The header “{column}” says percent, so {value} is read as {value}%, not as {points}%.</source>
        <translation>標題「{column}」註明了百分號，因此 {value} 讀作 {value}%，而不是 {points}%。</translation>
    </message>
    <message>
        <source>Billing intervals that are not known and so not counted as MRR: {values}.</source>
        <translation>未知的計費週期，不計入 MRR：{values}。</translation>
    </message>
    <message>
        <source>{count} currencies in one column: {values}. Give their rates in the workspace.</source>
        <translation>同一欄中有 {count} 種貨幣：{values}。可在工作區中設定匯率。</translation>
    </message>
    <message>
        <source>Amounts in cents are divided by 100: {columns}.</source>
        <translation>以分為單位的金額已除以 100：{columns}。</translation>
    </message>
    <message>
        <source>“{column}” is taken for the amount of the whole quantity. If it is the price of one unit, give it the role unit price.</source>
        <translation>「{column}」被視為全部數量的金額。如果它是單價，請將該欄改為「單價」。</translation>
    </message>
    <message>
        <source>“{column}” is taken for the monthly price of one unit and multiplied by “{quantity}”. If it is that of the whole quantity, give it the role monthly price (MRR).</source>
        <translation>「{column}」按單個單位的月費處理，並乘以「{quantity}」。如果它是全部數量的月費，請把它設為「月費 (MRR)」。</translation>
    </message>
    <message>
        <source>“{column}” is taken for the price of one unit and multiplied by “{quantity}”. If it is the amount of the whole quantity, give it the role amount per interval.</source>
        <translation>「{column}」被視為單價，已乘以「{quantity}」。如果它是全部數量的金額，請將該欄改為「每期金額」。</translation>
    </message>
    <message>
        <source>“{said}”: amounts are multiplied by {factor}. Read the columns otherwise to take that back.</source>
        <translation>「{said}」：金額乘以 {factor}。如需復原，請改變這些欄的讀取方式。</translation>
    </message>
    <message>
        <source>No row tells of anyone who left: if the export holds only those who stayed, churn is not known.</source>
        <translation>沒有任何一列顯示有人離開：若匯出檔案只含留下的客戶，則無法得知流失。</translation>
    </message>
    <message>
        <source>The sheet {sheet} holds {cells} {cells|cell|cells} but no table: it is left out.</source>
        <translation>工作表「{sheet}」有 {cells} 個儲存格，但沒有表格，已略去。</translation>
    </message>
    <message>
        <source>{rows} {rows|row names|rows name} a customer not in the list of customers.</source>
        <translation>{rows} 列的客戶不在客戶名單中。</translation>
    </message>
    <message>
        <source>{rows} {rows|row repeats|rows repeat} a {role} that stands in another row.</source>
        <translation>{rows} 列的{role}與其他列重複。</translation>
    </message>
    <message>
        <source>{rows} {rows|row is|rows are} the same as another in every cell.</source>
        <translation>{rows} 列與另一列的每個儲存格都相同。</translation>
    </message>
    <message>
        <source>{rows} {rows|row has|rows have} {end} before {start}.</source>
        <translation>{rows} 列的{end}早於{start}。</translation>
    </message>
    <message>
        <source>{rows} {rows|row has|rows have} a negative {role}.</source>
        <translation>{rows} 列的{role}為負數。</translation>
    </message>
    <message>
        <source>{cells} {cells|cell|cells} in “{column}” cannot be read as {type}: {examples}.</source>
        <translation>「{column}」中有 {cells} 個儲存格無法讀作{type}：{examples}。</translation>
    </message>
    <message>
        <source>The months have no year, so no figure can be placed in time.</source>
        <translation>月份沒有年份，無法確定各數字的時間。</translation>
    </message>
    <message>
        <source>{cells} {cells|cell|cells} cannot be read as numbers, like “{example}”.</source>
        <translation>{cells} 個儲存格無法讀作數字，例如「{example}」。</translation>
    </message>
    <message>
        <source>{rows} {rows|row names|rows name} a KPI that another row gives already; of them the total counts, or else the first.</source>
        <translation>{rows} 列所寫的指標已由另一列給出；計合計列，沒有合計則計第一列。</translation>
    </message>
    <message>
        <source>It repeats the rows of “{table}” and is left out unless you want it.</source>
        <translation>與「{table}」的列重複，除非需要，否則不使用。</translation>
    </message>
    <message>
        <source>It repeats figures of “{table}” and is left out unless you want it.</source>
        <translation>與「{table}」的數字重複，除非需要，否則不使用。</translation>
    </message>
    <message>
        <source>The dates have no year; {year} is taken, as other dates or the title have it.</source>
        <translation>日期沒有年份；依其他日期或標題取 {year} 年。</translation>
    </message>
    <message>
        <source>Nothing names the year of the months, so the first stands in {year}, as year one. Write the year into the title to place them in time.</source>
        <translation>沒有任何地方寫明這些月份的年份，因此第一個月放在 {year} 年，作為第一年。在標題中寫上年份即可確定時間。</translation>
    </message>
    <message>
        <source>Each “{column}” stands here once: it is joined to {tables}, not added to them.</source>
        <translation>每個「{column}」在此只出現一次：它與 {tables} 關聯，而不是相加。</translation>
    </message>
    <message>
        <source>It repeats “{table}” cell for cell and is left out unless you want it.</source>
        <translation>它與「{table}」逐格相同，除非另行選擇，否則不匯入。</translation>
    </message>
    <message>
        <source>It is a pivot of other rows of this workbook and is left out.</source>
        <translation>這是本活頁簿其他資料的樞紐分析表，不匯入。</translation>
    </message>
    <message>
        <source>It shows single figures, as dashboards do, and no rows: it is left out.</source>
        <translation>它像儀表板一樣只顯示個別數字，沒有資料列，不匯入。</translation>
    </message>
    <message>
        <source>One of {count} lists of the same customers, month by month ({names}): its rows hold from {first} until before {last}, as its name says.</source>
        <translation>這是同一批客戶的 {count} 份逐月名單之一（{names}）：依名稱所示，各列自 {first} 起有效，至 {last} 之前為止。</translation>
    </message>
    <message>
        <source>{rows} {rows|total row|total rows} further down, named like those you marked, are left out.</source>
        <translation>後面還有 {rows} 個合計列與你標記的同名，均不計入。</translation>
    </message>
    <message>
        <source>Nothing tells which month these figures are of: they count as a state without a date, and only where no other table has dates. Name the column of values for the month to place them in time.</source>
        <translation>沒有任何地方說明這些數字是哪個月的：它們只作為沒有日期的狀態，並且僅在其他表都沒有日期時才計入。請把數值欄的名稱改為月份，以便定位到時間上。</translation>
    </message>
    <message>
        <source>No column tells the stage of the deals: those with a date in “{column}” count as won, and none as lost.</source>
        <translation>沒有說明商機階段的欄：「{column}」有日期的算作贏單，沒有一筆算作輸單。</translation>
    </message>
    <message>
        <source>“{tax}” is not taken off “{price}”: in the United States and Canada it comes on top. If the prices include it, give it the role tax.</source>
        <translation>不從「{price}」中扣除「{tax}」：美國和加拿大的稅額另計。如果價格已含稅，請將該欄改為「稅額」。</translation>
    </message>
    <message>
        <source>“{tax}” is taken off “{price}”: outside the United States and Canada prices include it. If it comes on top, take the role from it.</source>
        <translation>已從「{price}」中扣除「{tax}」：美國和加拿大以外的價格含稅。如果稅額另計，請將該欄改為不作稅額。</translation>
    </message>
    <message>
        <source>“{column}” is taken for money off the price. If it is percent of the price, read the column as percent.</source>
        <translation>「{column}」被視為從價格中減去的金額。如果它是價格的百分比，請將該欄讀為百分比。</translation>
    </message>
    <message>
        <source>{count} dates in “{column}” seem to have day and month exchanged by Excel: the others, left as text, are in another order. Mend them in the workbook.</source>
        <translation>「{column}」中有 {count} 個日期的日和月似乎被 Excel 互換了：其餘以文字保留的日期是另一種順序。請在活頁簿中改正。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>There is no scenario “{name}”</source>
        <translation>沒有情境「{name}」</translation>
    </message>
    <message>
        <source>There is: {names}.</source>
        <translation>現有：{names}。</translation>
    </message>
    <message>
        <source>Write the changes, like customer_churn_rate=x0.5.</source>
        <translation>寫出變化，例如 customer_churn_rate=x0.5。</translation>
    </message>
    <message>
        <source>{file} adds nothing: no table in it is known, or it is a copy</source>
        <translation>{file} 沒有帶來任何資料：其中沒有可辨識的表，或者它是副本</translation>
    </message>
    <message>
        <source>{kpi} is not computable: {reason}</source>
        <translation>{kpi}無法計算：{reason}</translation>
    </message>
    <message>
        <source>{path} is not a folder</source>
        <translation>{path} 不是資料夾</translation>
    </message>
    <message>
        <source>A workspace does not hold files as they were found</source>
        <translation>工作區不保留檔案的原樣</translation>
    </message>
    <message>
        <source>Name the spreadsheets themselves.</source>
        <translation>可直接指定試算表檔案。</translation>
    </message>
    <message>
        <source>Tables as they were found name the customers that are in them</source>
        <translation>原樣的表會寫出其中客戶的名稱</translation>
    </message>
    <message>
        <source>Leave out --raw or --pseudonyms.</source>
        <translation>請去掉 --raw 或 --pseudonyms。</translation>
    </message>
    <message>
        <source>--from {first} is later than --to {last}</source>
        <translation>--from {first} 晚於 --to {last}</translation>
    </message>
    <message>
        <source>The data have no attribute “{name}”</source>
        <translation>資料中沒有屬性「{name}」</translation>
    </message>
    <message>
        <source>{attribute} has no value “{name}” in these data</source>
        <translation>這些資料中{attribute}沒有值「{name}」</translation>
    </message>
    <message>
        <source>They have nothing to split by.</source>
        <translation>沒有可用來拆分的欄。</translation>
    </message>
    <message>
        <source>The picture could not be painted: {reason}</source>
        <translation>圖片無法繪製：{reason}</translation>
    </message>
    <message>
        <source>Qt&apos;s libraries may be missing; .pptx, .xlsx and .csv need none of them.</source>
        <translation>可能缺少 Qt 程式庫；.pptx、.xlsx 和 .csv 不需要它們。</translation>
    </message>
    <message>
        <source>There are no spreadsheets in {folder}</source>
        <translation>{folder} 中沒有試算表檔案</translation>
    </message>
    <message>
        <source>No source of {workspace} is called like these files</source>
        <translation>{workspace}的來源裡沒有與這些檔案同名的</translation>
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
        <translation>README 中有範例。</translation>
    </message>
    <message>
        <source>{kpi} has no value to move</source>
        <translation>{kpi} 沒有可變動的值</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>沒有任何變動</translation>
    </message>
    <message>
        <source>Write --set {example}.</source>
        <translation>請寫成 --set {example}。</translation>
    </message>
    <message>
        <source>These data have nothing for the question “{preset}”</source>
        <translation>這些資料無法回答「{preset}」</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Change dashboard {name}</source>
        <translation>變更儀表板「{name}」</translation>
    </message>
    <message>
        <source>Remove dashboard {name}</source>
        <translation>移除儀表板「{name}」</translation>
    </message>
    <message>
        <source>Add to the dashboard</source>
        <translation>加入儀表板</translation>
    </message>
    <message>
        <source>Take off the dashboard</source>
        <translation>從儀表板移除</translation>
    </message>
    <message>
        <source>Arrange the dashboard</source>
        <translation>調整儀表板版面</translation>
    </message>
    <message>
        <source>Change the tile</source>
        <translation>變更圖塊</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>匯入 {name}</translation>
    </message>
    <message>
        <source>Import {count} {count|table|tables} from {name}</source>
        <translation>從 {name} 匯入 {count} 張表</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除「{name}」</translation>
    </message>
    <message>
        <source>Use a table</source>
        <translation>啟用資料表</translation>
    </message>
    <message>
        <source>Set a table aside</source>
        <translation>停用資料表</translation>
    </message>
    <message>
        <source>Read {name} differently</source>
        <translation>變更「{name}」的辨識方式</translation>
    </message>
    <message>
        <source>Read {count} {count|table|tables} again: {name}</source>
        <translation>重新讀取{count}張表：{name}</translation>
    </message>
    <message>
        <source>Set {driver} to {value}</source>
        <translation>將{driver}設為 {value}</translation>
    </message>
    <message>
        <source>Reset {driver}</source>
        <translation>重設{driver}</translation>
    </message>
    <message>
        <source>Switch {driver} on or off</source>
        <translation>啟用或停用{driver}</translation>
    </message>
    <message>
        <source>Show another scenario</source>
        <translation>切換情境</translation>
    </message>
    <message>
        <source>Add scenario {name}</source>
        <translation>新增情境「{name}」</translation>
    </message>
    <message>
        <source>Remove scenario {name}</source>
        <translation>移除情境「{name}」</translation>
    </message>
    <message>
        <source>Rename scenario to {name}</source>
        <translation>將情境重新命名為「{name}」</translation>
    </message>
    <message>
        <source>Move the scenario&apos;s start</source>
        <translation>移動情境的起點</translation>
    </message>
    <message>
        <source>Change period and filters</source>
        <translation>變更週期與篩選</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>回到目前</translation>
    </message>
    <message>
        <source>Show as of {period}</source>
        <translation>查看截至 {period} 的資料</translation>
    </message>
    <message>
        <source>All segments again</source>
        <translation>恢復全部分群</translation>
    </message>
    <message>
        <source>Only {segment}</source>
        <translation>只看「{segment}」</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>變更規則</translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation>重新命名為「{name}」</translation>
    </message>
    <message>
        <source>Note at {period}</source>
        <translation>{period}的備註</translation>
    </message>
    <message>
        <source>Set the target of {metric}</source>
        <translation>設定{metric}的目標</translation>
    </message>
    <message>
        <source>“{question}” is no question for these data.</source>
        <translation>這些資料無法回答「{question}」。</translation>
    </message>
    <message>
        <source>There is no such figure, or it is 0.</source>
        <translation>沒有這項指標，或其值為 0。</translation>
    </message>
    <message>
        <source>Reset all drivers</source>
        <translation>重設所有驅動因素</translation>
    </message>
    <message>
        <source>What-if: {question}</source>
        <translation>假設分析：{question}</translation>
    </message>
    <message>
        <source>Ramp changes over {n} {n|month|months}</source>
        <translation>變動在 {n} 個月內逐步生效</translation>
    </message>
    <message>
        <source>Note on a scenario</source>
        <translation>情境備註</translation>
    </message>
    <message>
        <source>Duplicate the scenario</source>
        <translation>複製情境</translation>
    </message>
    <message>
        <source>Scenario {n}</source>
        <translation>情境 {n}</translation>
    </message>
    <message>
        <source>Set {driver} of {part} to {value}</source>
        <translation>把 {part} 的 {driver} 設為 {value}</translation>
    </message>
    <message>
        <source>Define {name}</source>
        <translation>定義 {name}</translation>
    </message>
    <message>
        <source>Change the report</source>
        <translation>變更報告</translation>
    </message>
    <message>
        <source>Add to the report</source>
        <translation>加入報告</translation>
    </message>
    <message>
        <source>Take out of the report</source>
        <translation>從報告中移除</translation>
    </message>
    <message>
        <source>Change the order of the report</source>
        <translation>變更報告順序</translation>
    </message>
    <message>
        <source>Change a section of the report</source>
        <translation>變更報告的一頁</translation>
    </message>
    <message>
        <source>State the range of {driver}</source>
        <translation>設定「{driver}」的範圍</translation>
    </message>
    <message>
        <source>State how {one} and {other} move together</source>
        <translation>設定{one}與{other}的連動</translation>
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
        <translation>週</translation>
    </message>
    <message>
        <source>W</source>
        <translation>週</translation>
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
        <translation>上週</translation>
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
        <translation>前一年</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>近 {n} 天</translation>
    </message>
    <message>
        <source>Last {n} weeks</source>
        <translation>近 {n} 週</translation>
    </message>
    <message>
        <source>Last {n} months</source>
        <translation>近 {n} 個月</translation>
    </message>
    <message>
        <source>Last {n} quarters</source>
        <translation>近 {n} 季</translation>
    </message>
    <message>
        <source>Last {n} years</source>
        <translation>近 {n} 年</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>全部週期</translation>
    </message>
    <message>
        <source>As of {period}</source>
        <translation>截至 {period}</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} 個值</translation>
    </message>
    <message>
        <source>{n} more {n|filter|filters}</source>
        <translation>另有 {n} 項篩選</translation>
    </message>
    <message>
        <source>+{n} {n|filter|filters}</source>
        <translation>+{n} 項篩選</translation>
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
        <translation>現有資料算不出它。</translation>
    </message>
    <message>
        <source>one sheet: {columns} and {n} more</source>
        <translation>一張表：{columns}，另有{n}欄</translation>
    </message>
    <message>
        <source>one sheet: {columns}</source>
        <translation>一張表：{columns}</translation>
    </message>
    <message>
        <source>one column: {columns}</source>
        <translation>一欄：{columns}</translation>
    </message>
    <message>
        <source>columns: {columns}</source>
        <translation>幾欄：{columns}</translation>
    </message>
</context>
<context>
    <name>custom</name>
    <message>
        <source>Custom KPI {name} is left out, place {place} of its formula: {problem}</source>
        <translation>未採用自訂指標 {name}，公式第 {place} 個字元：{problem}</translation>
    </message>
    <message>
        <source>“{name}” is no name: use small letters, digits and _, a letter first.</source>
        <translation>「{name}」不能作為識別碼：請用小寫字母、數字和 _，並以字母開頭。</translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation>名稱 {name} 已被使用。</translation>
    </message>
    <message>
        <source>{name} cannot be computed from itself.</source>
        <translation>{name} 不能由自身計算。</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>There is no KPI called {name}.</source>
        <translation>沒有名為 {name} 的指標。</translation>
    </message>
    <message>
        <source>“{unit}” is no unit; write one such as share, money / customer or day.</source>
        <translation>「{unit}」不是單位；請寫 share、money / customer 或 day 之類。</translation>
    </message>
    <message>
        <source>The formula gives {found}, not {declared}.</source>
        <translation>公式的結果是 {found}，而不是 {declared}。</translation>
    </message>
    <message>
        <source>A file of custom KPIs has a section [kpi.&lt;id&gt;] or [target.&lt;id&gt;] for each, no other</source>
        <translation>自訂指標檔案中每項為一個 [kpi.&lt;id&gt;] 或 [target.&lt;id&gt;] 小節，不能有其他內容</translation>
    </message>
    <message>
        <source>The file of custom KPIs is too long</source>
        <translation>自訂指標檔案過長</translation>
    </message>
    <message>
        <source>The custom KPIs cannot be read: {problem}</source>
        <translation>無法讀取自訂指標：{problem}</translation>
    </message>
    <message>
        <source>Custom KPI {name}: “{key}” is missing or not understood</source>
        <translation>自訂指標 {name}：「{key}」缺少或無法辨識</translation>
    </message>
    <message>
        <source>It may have {keys}; good is up, down or none.</source>
        <translation>可用的鍵為 {keys}；good 為 up、down 或 none。</translation>
    </message>
    <message>
        <source>{name} is no text in UTF-8</source>
        <translation>{name} 不是 UTF-8 文字檔</translation>
    </message>
    <message>
        <source>The workspace has no KPIs or targets of your own</source>
        <translation>工作區中沒有你自己的指標或目標</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>Target of {name}: “{key}” is missing or not understood</source>
        <translation>{name} 的目標：缺少「{key}」或無法識別</translation>
    </message>
    <message>
        <source>It may have {keys}, each a number.</source>
        <translation>可以有 {keys}，均為數字。</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>A workspace is opened alone, without other files beside it</source>
        <translation>工作區須單獨開啟，不能與其他檔案一起開啟</translation>
    </message>
    <message>
        <source>{path}: no such file or folder</source>
        <translation>{path}：沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>No table to compute from was recognised in {files}</source>
        <translation>在 {files} 中沒有辨識出可用來計算的資料表</translation>
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
        <translation>{table}裡有{n}種貨幣：{values}。</translation>
    </message>
    <message>
        <source>Give their rates in the workspace; amounts without a rate are left out and counted.</source>
        <translation>請在工作區給出匯率；沒有匯率的金額不計入，但會清點。</translation>
    </message>
    <message>
        <source>{n} {n|value|values} of {role} in {table} {n|is|are} far from all others, up to {most}.</source>
        <translation>{table}的{role}有{n}個值與其他值相差懸殊，最極端的是{most}。</translation>
    </message>
    <message>
        <source>Check for a slipped decimal point, another currency or another unit.</source>
        <translation>請檢查小數點是否錯位，或貨幣、單位是否不同。</translation>
    </message>
    <message>
        <source>From {period} on {role} in {table} is about {factor} times what it was.</source>
        <translation>從{period}起，{table}的{role}約為之前的{factor}倍。</translation>
    </message>
    <message>
        <source>Cents instead of units, or thousands? Export all of it in one unit.</source>
        <translation>是不是由元變成了分，或變成了千元？請統一單位後匯出。</translation>
    </message>
    <message>
        <source>All {n} rows in {table} have the same {role}: {value}.</source>
        <translation>{table}的全部{n}列{role}都一樣：{value}。</translation>
    </message>
    <message>
        <source>This may be the day of the export or a default; is the right column there?</source>
        <translation>這可能是匯出日期或預設值；真正要的欄在嗎？</translation>
    </message>
    <message>
        <source>{n} {n|period is|periods are} missing in {table} between others: {periods}.</source>
        <translation>{table}中間缺了{n}個週期：{periods}。</translation>
    </message>
    <message>
        <source>Export the missing time, too; until then totals are too low there, not nought.</source>
        <translation>請把缺的時間也匯出；在此之前那裡的合計偏低，而不是零。</translation>
    </message>
    <message>
        <source>On {day} {n} customers end in {table} and {others} others begin, at similar prices.</source>
        <translation>{day}，{table}裡有{n}個客戶結束，同時另有{others}個以相近的價格開始。</translation>
    </message>
    <message>
        <source>Were ids or the billing system changed? Map the old ids to the new ones, or churn is wrong.</source>
        <translation>是否換過編號或計費系統？請把舊編號對應到新編號，否則流失率不對。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} {n|names|name} a {role} that {other} does not list: {examples}.</source>
        <translation>{table}有{n}列的{role}不在{other}裡：{examples}。</translation>
    </message>
    <message>
        <source>Export both tables for the same time and all states; the rows count, but in no segment.</source>
        <translation>請依同一時間範圍、全部狀態匯出兩張表；這些列照樣計入，但不屬於任何分群。</translation>
    </message>
    <message>
        <source>No {role} in {table} stands in {other}: {examples}.</source>
        <translation>{table}的{role}沒有一個出現在{other}裡：{examples}。</translation>
    </message>
    <message>
        <source>The two use different ids, so nothing can be joined: export both with the same one.</source>
        <translation>兩張表用的編號不同，無法關聯：請用同一種編號匯出。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} {n|is|are} the same as another in every cell.</source>
        <translation>{table}有{n}列與另一列的每個儲存格都相同。</translation>
    </message>
    <message>
        <source>Drop them if the export wrote them twice; keep them if each is a sale of its own.</source>
        <translation>如果是重複匯出，請去掉；如果各是一筆交易，請保留。</translation>
    </message>
    <message>
        <source>{n} {n|row repeats|rows repeat} a {role} in {table} with other cells beside it.</source>
        <translation>{table}有{n}列的{role}重複，但其他儲存格不同。</translation>
    </message>
    <message>
        <source>See which of the rows holds now; keep the last one if the export adds new states.</source>
        <translation>請看哪一列現在有效；如果匯出是追加新狀態，請保留最後一列。</translation>
    </message>
    <message>
        <source>{n} {n|customer has|customers have} several ids in {table} by their {role}: {examples}.</source>
        <translation>從{role}看，{table}有{n}個客戶有多個編號：{examples}。</translation>
    </message>
    <message>
        <source>Churn and new customers are counted for each id: merge the ids in the source.</source>
        <translation>流失和新客戶依編號計算：請在來源檔案裡合併編號。</translation>
    </message>
    <message>
        <source>{n} {role} in {table} {n|is|are} written in several ways: {examples}.</source>
        <translation>{table}有{n}個{role}寫法不一：{examples}。</translation>
    </message>
    <message>
        <source>Merge the spellings by a correction, so that each customer is counted once.</source>
        <translation>請用一項更正合併寫法，讓每個客戶只算一次。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {role} lies in the future.</source>
        <translation>{table}有{n}列的{role}在未來。</translation>
    </message>
    <message>
        <source>Check the date order of the column, or correct these cells in the source.</source>
        <translation>請檢查該欄的年月日順序，或在來源檔案裡更正這些儲存格。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {role} lies before 2000.</source>
        <translation>{table}有{n}列的{role}早於 2000 年。</translation>
    </message>
    <message>
        <source>Such dates often stand for “unknown”. Empty them or correct them in the source.</source>
        <translation>這樣的日期往往表示「未知」。請在來源檔案裡清空或更正。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {end} lies before {start}.</source>
        <translation>{table}有{n}列的{end}早於{start}。</translation>
    </message>
    <message>
        <source>Check that the two columns are not exchanged and have the same date order.</source>
        <translation>請檢查兩欄是否弄反，年月日順序是否一致。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table}: {role} is negative.</source>
        <translation>{table}有{n}列的{role}是負數。</translation>
    </message>
    <message>
        <source>If these are refunds or credits, give them a column or a table of their own.</source>
        <translation>如果是退款或折抵，請單獨放一欄或一張表。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} cost nothing and so count neither as MRR nor as customers.</source>
        <translation>{table}有{n}列價格為零，既不計入 MRR，也不算客戶。</translation>
    </message>
    <message>
        <source>That is right for free plans and trials; else the price is missing.</source>
        <translation>免費方案和試用本該如此；否則就是缺了價格。</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} in {table} look like tests or demos by their {role}.</source>
        <translation>從{role}看，{table}有{n}列像是測試或示範。</translation>
    </message>
    <message>
        <source>Leave them out by a condition if they are not customers.</source>
        <translation>如果不是客戶，請用條件把它們去掉。</translation>
    </message>
    <message>
        <source>Looking the data over</source>
        <translation>正在檢查資料</translation>
    </message>
    <message>
        <source>Looking what can be computed</source>
        <translation>正在查看能計算什麼</translation>
    </message>
</context>
<context>
    <name>engines</name>
    <message>
        <source>{table} has no plain columns; bring it as a file</source>
        <translation>「{table}」沒有規整的欄，請改為匯入檔案</translation>
    </message>
    <message>
        <source>ClickHouse does not answer: {reason}</source>
        <translation>ClickHouse 沒有回應：{reason}</translation>
    </message>
    <message>
        <source>PostgreSQL does not answer: {reason}</source>
        <translation>PostgreSQL 沒有回應：{reason}</translation>
    </message>
    <message>
        <source>The engine has no table {table}: {reason}</source>
        <translation>引擎中沒有資料表「{table}」：{reason}</translation>
    </message>
    <message>
        <source>write it as schema.table, as the database knows it</source>
        <translation>請寫成「schema.table」，與資料庫中的名稱一致</translation>
    </message>
    <message>
        <source>Trino does not answer: {reason}</source>
        <translation>Trino 沒有回應：{reason}</translation>
    </message>
    <message>
        <source>{url} names no engine that is known</source>
        <translation>「{url}」不是已知的引擎位址</translation>
    </message>
    <message>
        <source>Known are spark://, postgres://, trino:// and clickhouse://.</source>
        <translation>支援 spark://、postgres://、trino:// 與 clickhouse://。</translation>
    </message>
    <message>
        <source>{engine} needs the library {library}, which is not installed</source>
        <translation>{engine} 需要 {library} 函式庫，但尚未安裝</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;kpidesk[{extra}]&apos;</source>
        <translation>安裝指令：pip install &apos;kpidesk[{extra}]&apos;</translation>
    </message>
</context>
<context>
    <name>explore</name>
    <message>
        <source>Looking up the rows</source>
        <translation>正在查找列</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>{file} could not be written: {why}</source>
        <translation>無法寫入「{file}」：{why}</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another place.</source>
        <translation>在其他程式中關閉該檔案，或另選位置。</translation>
    </message>
    <message>
        <source>There is no table to export</source>
        <translation>沒有可匯出的表格</translation>
    </message>
    <message>
        <source>Files ending in “{suffix}” cannot be written</source>
        <translation>無法寫入以「{suffix}」結尾的檔案</translation>
    </message>
    <message>
        <source>Choose one of {suffixes}.</source>
        <translation>可選：{suffixes}。</translation>
    </message>
    <message>
        <source>Pictures cannot be painted here</source>
        <translation>此處無法繪製圖片</translation>
    </message>
    <message>
        <source>There is no chart to export</source>
        <translation>沒有可匯出的圖表</translation>
    </message>
    <message>
        <source>Drivers: type over one, and everything that follows from it moves</source>
        <translation>驅動因素：改寫任意一個，由它推出的指標隨之變化</translation>
    </message>
    <message>
        <source>What was read and counted</source>
        <translation>讀入與統計的數值</translation>
    </message>
    <message>
        <source>The drivers as these amounts give them</source>
        <translation>由以上數值算出的驅動因素</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意義</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>There are no numbers to export</source>
        <translation>沒有可匯出的數字</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>{period} (incomplete)</source>
        <translation>{period}（不完整）</translation>
    </message>
    <message>
        <source>More rows than a sheet holds were left out</source>
        <translation>超出工作表上限的列未寫入</translation>
    </message>
    <message>
        <source>Exporting {file}</source>
        <translation>正在匯出 {file}</translation>
    </message>
    <message>
        <source>Exported {file}.</source>
        <translation>已匯出 {file}。</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>圖片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>向量圖 (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Slides (*.pptx)</source>
        <translation>簡報 (*.pptx)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>活頁簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Typed tables (*.parquet)</source>
        <translation>帶型別的表格 (*.parquet)</translation>
    </message>
    <message>
        <source>{rows} more {rows|row|rows} in the workbook</source>
        <translation>另有 {rows} 列見活頁簿</translation>
    </message>
    <message>
        <source>{rows} more {rows|column|columns} in the workbook</source>
        <translation>活頁簿中另有 {rows} 欄</translation>
    </message>
    <message>
        <source>A picture: PowerPoint has no chart of this kind</source>
        <translation>圖片：PowerPoint 沒有此類圖表</translation>
    </message>
    <message>
        <source>{file} cannot be read as slides</source>
        <translation>{file} 無法作為投影片讀取</translation>
    </message>
    <message>
        <source>Open it in PowerPoint and save it as .pptx or .potx.</source>
        <translation>在 PowerPoint 中開啟並另存為 .pptx 或 .potx。</translation>
    </message>
    <message>
        <source>{file} could not be read: {why}</source>
        <translation>無法讀取 {file}：{why}</translation>
    </message>
    <message>
        <source>These slides have no layout to add pages with</source>
        <translation>這些投影片沒有可用於新增頁面的版面配置</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>Type the value that a driver shall take into a cell of a Change column; the Value column follows.</source>
        <translation>在「變更」欄輸入驅動因素的取值，「數值」欄隨之變化。</translation>
    </message>
    <message>
        <source>Baseline, {period}</source>
        <translation>基準，{period}</translation>
    </message>
    <message>
        <source>Change: {name}</source>
        <translation>變更：{name}</translation>
    </message>
    <message>
        <source>Value: {name}</source>
        <translation>數值：{name}</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>文書 (*.pdf)</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>配方 (*.toml)</translation>
    </message>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>印表機未接收頁面。</translation>
    </message>
    <message>
        <source>See whether it is on, or export the pages as PDF.</source>
        <translation>檢查印表機是否開啟，或將頁面匯出為 PDF。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在列印</translation>
    </message>
    <message>
        <source>Sent {n} {n|page|pages} to the printer.</source>
        <translation>已將 {n} 頁傳送至印表機。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>此電腦未設定印表機。</translation>
    </message>
    <message>
        <source>The same pages can be kept as a PDF.</source>
        <translation>可將同樣的頁面儲存為 PDF。</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>匯出為 PDF</translation>
    </message>
    <message>
        <source>Replacing names of customers</source>
        <translation>正在取代客戶名稱</translation>
    </message>
    <message>
        <source>It is not known yet which names of customers have to be replaced.</source>
        <translation>還不知道有哪些客戶名稱需要取代。</translation>
    </message>
    <message>
        <source>Nothing was taken away. Try again when the numbers are there.</source>
        <translation>沒有匯出任何內容。請等數字算好後再試。</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>{n} {n|row|rows} of {table} left out: {n|it repeats|they repeat} another row</source>
        <translation>「{table}」有 {n} 列未計入：與其他列重複</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no such customer</source>
        <translation>「{table}」有 {n} 列未計入：沒有這位客戶</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: the customer&apos;s own row says it already</source>
        <translation>「{table}」有 {n} 列未計入：客戶本身的列已有記錄</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: outside the customer&apos;s time</source>
        <translation>「{table}」有 {n} 列未計入：不在該客戶的存續期間內</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no amount</source>
        <translation>「{table}」有 {n} 列未計入：沒有金額</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} in {currencies} left out: no rate to {base} is set</source>
        <translation>「{table}」有 {n} 列未計入（{currencies}）：沒有設定兌 {base} 的匯率</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no customer</source>
        <translation>「{table}」有 {n} 列未計入：沒有客戶</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no start date</source>
        <translation>「{table}」有 {n} 列未計入：沒有開始日期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: starts after the last known day</source>
        <translation>「{table}」有 {n} 列未計入：開始日期晚於資料截止日</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: ends before it starts</source>
        <translation>「{table}」有 {n} 列未計入：結束早於開始</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: ends on the day it starts</source>
        <translation>「{table}」有 {n} 列未計入：開始當天即結束</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no price</source>
        <translation>「{table}」有 {n} 列未計入：沒有價格</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: free, or paid once only</source>
        <translation>「{table}」有 {n} 列未計入：免費，或只付一次</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: negative price</source>
        <translation>「{table}」有 {n} 列未計入：價格為負數</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: gone, and no date says since when</source>
        <translation>「{table}」有 {n} 列未計入：已離開，但沒有日期說明何時離開</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: for time after the subscription&apos;s end</source>
        <translation>「{table}」有 {n} 列未計入：對應訂閱結束之後的時間</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out of recurring revenue: no period</source>
        <translation>「{table}」有 {n} 列未計入經常性收入：沒有帳期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: void or failed</source>
        <translation>「{table}」有 {n} 列未計入：已作廢或失敗</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: no date</source>
        <translation>「{table}」有 {n} 列未計入：沒有日期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: after the last known day</source>
        <translation>「{table}」有 {n} 列未計入：晚於資料截止日</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: cancelled, unpaid or failed</source>
        <translation>「{table}」有 {n} 列未計入：已取消、未付款或失敗</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: payouts and fees, no sales</source>
        <translation>「{table}」有 {n} 列未計入：提領和手續費，不是銷售</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} counted with the line on which the amount of the order stands: by product, all of it is that line&apos;s</source>
        <translation>「{table}」中 {n} 列已隨訂單金額所在的列計入：依產品拆分時金額全歸那一列</translation>
    </message>
    <message>
        <source>{table} left out: {other} already has all of its {n} {n|row|rows}</source>
        <translation>「{table}」未計入：其 {n} 列均已包含在「{other}」中</translation>
    </message>
    <message>
        <source>{table} has amounts but no billing period: what they are a month is unknown</source>
        <translation>「{table}」有金額但沒有計費週期：無法得知每月金額</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: a trial that was never paid</source>
        <translation>「{table}」有 {n} 列未計入：從未付費的試用</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: not begun yet, or free</source>
        <translation>「{table}」有 {n} 列未計入：尚未開始，或免費</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: cancelled, and no date says when</source>
        <translation>「{table}」有 {n} 列未計入：已取消，但沒有日期說明何時取消</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: billing interval not known ({values})</source>
        <translation>「{table}」有 {n} 列未計入：計費週期未知（{values}）</translation>
    </message>
    <message>
        <source>{n} cancelled {n|row|rows} in {table} have no date: when they left is unknown</source>
        <translation>「{table}」有 {n} 列已取消但沒有日期：無法得知何時離開</translation>
    </message>
    <message>
        <source>{n} cancelled {n|row|rows} in {table} cannot be counted, and no other row ends: the data page says why</source>
        <translation>{table} 中有 {n} 列已取消的記錄無法計入，其餘各列均未結束：原因見資料頁</translation>
    </message>
    <message>
        <source>{table} holds no cancelled row in all its months: only those who stayed, it seems</source>
        <translation>「{table}」在所有月份中都沒有已取消的列：似乎只含留下的客戶</translation>
    </message>
    <message>
        <source>{n} {n|cell|cells} of {column} in {table} {n|is|are} no date</source>
        <translation>「{table}」的 {column} 有 {n} 個儲存格不是日期</translation>
    </message>
    <message>
        <source>{n} {n|cell|cells} of {column} in {table} {n|is|are} no yes or no</source>
        <translation>「{table}」的 {column} 有 {n} 個儲存格不是「是」或「否」</translation>
    </message>
    <message>
        <source>{n} {n|cell|cells} of {column} in {table} {n|is|are} no number</source>
        <translation>「{table}」的 {column} 有 {n} 個儲存格不是數字</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} far after all others, at {day}: a slip, or a plan</source>
        <translation>「{table}」有 {n} 列遠晚於其他所有列，日期為{day}：可能是筆誤，或是計畫</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} far before all others, at {day}: a slip?</source>
        <translation>「{table}」有 {n} 列遠早於其他所有列，日期為{day}：可能是筆誤？</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} past due count in full: no date says since when</source>
        <translation>「{table}」有 {n} 列逾期，仍全額計入：沒有日期說明何時起逾期</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} {n|is|are} paused, no date says since when: taken to end now</source>
        <translation>「{table}」有 {n} 列已暫停，沒有日期說明何時起：以現在結束計</translation>
    </message>
    <message>
        <source>from orders: a customer is active until {n} days after the last order</source>
        <translation>依訂單：客戶在最近一單後 {n} 天內視為活躍</translation>
    </message>
    <message>
        <source>“{said}” = “{first}”</source>
        <translation>「{said}」=「{first}」</translation>
    </message>
    <message>
        <source>{n} {n|spelling|spellings} of customers taken for the same ones: {examples}</source>
        <translation>{n} 種客戶寫法已視為同一客戶：{examples}</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} not counted: no score</source>
        <translation>{table} 中 {n} 列未計入：沒有評分</translation>
    </message>
    <message>
        <source>The scores of {table} go up to {top}: CSAT is the share of {second} and {top}</source>
        <translation>「{table}」的評分最高為 {top} 分：客戶滿意度為 {second} 分和 {top} 分的占比</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} not counted: a score that is not from {low} to {high}</source>
        <translation>「{table}」有 {n} 列未計入：評分不在 {low} 到 {high} 之間</translation>
    </message>
    <message>
        <source>{table} ends with {month}, other tables are known until {day}: whoever is in its last month is taken to stay</source>
        <translation>「{table}」止於 {month}，其他表的資料截至 {day}：最後一個月仍在表中的客戶以繼續留存計算</translation>
    </message>
    <message>
        <source>Usage is told by the day: visits cannot be counted without times of day, or events that name their session.</source>
        <translation>使用情況只記到日：沒有時刻、事件也不註明工作階段時，無法統計造訪次數。</translation>
    </message>
    <message>
        <source>Active users are told as counts of each day: how many different ones they were in a week or a month no sum of days tells.</source>
        <translation>活躍使用者是按每天的人數給出的：一週或一月內共有多少不同的使用者，無法由各天相加得出。</translation>
    </message>
    <message>
        <source>Usage is told by the month: it gives active users of a month, but no activation, no active users of a day or week and no visits.</source>
        <translation>使用情況依月彙總：可以統計月活躍使用者，無法統計啟用、日活躍和週活躍使用者以及造訪次數。</translation>
    </message>
    <message>
        <source>events with their time of day, or the name of their session</source>
        <translation>附時刻或註明工作階段的事件</translation>
    </message>
    <message>
        <source>events that name their user, or active users of each month</source>
        <translation>寫明使用者的事件，或每月的活躍使用者數</translation>
    </message>
    <message>
        <source>events with their time, not sums of a month</source>
        <translation>附時間的逐筆事件，而不是依月彙總</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: usage by the month, which other sheets tell by the day</source>
        <translation>{table} 中有 {n} 列未計入：依月彙總的使用情況，其他表已依日記錄</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} before {day}, in months with more sign-ups than events: what was done then was mostly not recorded, and is not known.</source>
        <translation>「{table}」在{day}之前有 {n} 列，所在月份的註冊多於事件：當時的使用大多沒有記錄，因此未知。</translation>
    </message>
    <message>
        <source>no rows from {first} to {last}</source>
        <translation>{first} 至 {last} 沒有資料列</translation>
    </message>
    <message>
        <source>{table} has no rows from {first} to {last}, and many before and after: figures of that time are not known.</source>
        <translation>{table} 在 {first} 至 {last} 之間沒有任何列，而前後都有很多：這段時間的數字未知。</translation>
    </message>
    <message>
        <source>“{table}” names no lead: its deals are no stage of the funnel of leads.</source>
        <translation>「{table}」沒有潛在客戶編號：其中的商機不是潛在客戶漏斗的一個階段。</translation>
    </message>
    <message>
        <source>How often {table} is billed is told by the days of each row&apos;s paid period: no column names it</source>
        <translation>「{table}」沒有說明計費週期的欄：多久計費一次由每列已付期間的天數得出</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} left out: {other} tells {n|it|them} too</source>
        <translation>「{table}」有 {n} 列未計入：「{other}」中也有</translation>
    </message>
    <message>
        <source>{n} {n|row|rows} of {table} {n|has|have} an id, a day and a customer that {other} has too, with other cells: both are counted. Leave one of them out if they tell the same</source>
        <translation>「{table}」有 {n} 列的編號、日期和客戶與「{other}」相同，而其他儲存格不同：兩者都計入。若說的是同一件事，請去掉其中一份</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers} of {table} had more than one plan: each row of {tables} counts under the plan of the subscription that it names, all else under that of the customer&apos;s latest one</source>
        <translation>「{table}」有 {n} 位客戶有過不止一個方案：{tables}的每一列依其註明的訂閱的方案計，其餘依該客戶最新的方案計</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers} of {table} had more than one plan: the one of the latest row counts throughout, but for the amounts of {tables}, whose rows name their subscription</source>
        <translation>「{table}」有 {n} 位客戶有過不止一個方案：全程依最新一列的方案計，只有{tables}的金額依各列註明的訂閱計</translation>
    </message>
    <message>
        <source>{n} {n|customer|customers} of {table} had more than one plan: the one of the latest row counts throughout</source>
        <translation>「{table}」有 {n} 位客戶有過不止一個方案：全程依最新一列的方案計</translation>
    </message>
    <message>
        <source>{table} begins on {first}, in the midst of a month: figures of that month are too small, and marked as incomplete.</source>
        <translation>{table} 從 {first} 才開始，不是月初：該月的數字偏小，已標為不完整。</translation>
    </message>
    <message>
        <source>{n} {n|deal|deals} of {table} won without an amount: not in the average deal size</source>
        <translation>「{table}」有 {n} 筆贏單沒有金額：未計入平均成交金額</translation>
    </message>
    <message>
        <source>The periods of {table} are those of a fiscal year: it is taken to start in January</source>
        <translation>「{table}」的期間屬於會計年度：視為從一月開始</translation>
    </message>
    <message>
        <source>If it starts in another month, say so in the workspace&apos;s rules.</source>
        <translation>如果會計年度從其他月份開始，請在工作區規則中說明。</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Access is denied</source>
        <translation>沒有存取權限</translation>
    </message>
    <message>
        <source>No space left on the disk</source>
        <translation>磁碟空間不足</translation>
    </message>
    <message>
        <source>Another program has it open</source>
        <translation>正由其他程式開啟</translation>
    </message>
    <message>
        <source>The disk can only be read</source>
        <translation>磁碟是唯讀的</translation>
    </message>
    <message>
        <source>No such file or folder</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>It is a folder</source>
        <translation>這是一個資料夾</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>名稱過長</translation>
    </message>
    <message>
        <source>The disk reports an error</source>
        <translation>磁碟回報錯誤</translation>
    </message>
</context>
<context>
    <name>formula</name>
    <message>
        <source>The formula is longer than {most} characters. Shorten it.</source>
        <translation>公式超過 {most} 個字元，需縮短。</translation>
    </message>
    <message>
        <source>There is no function {name}. Known ones: {known}.</source>
        <translation>沒有函式 {name}。可用函式：{known}。</translation>
    </message>
    <message>
        <source>{name} takes {fewest} to {most} values, not {count}.</source>
        <translation>{name} 接受 {fewest} 到 {most} 個值，而不是 {count} 個。</translation>
    </message>
    <message>
        <source>The formula ends too early.</source>
        <translation>公式不完整。</translation>
    </message>
    <message>
        <source>“{text}” is not expected at place {place} of the formula.</source>
        <translation>公式第 {place} 個字元處不應出現「{text}」。</translation>
    </message>
    <message>
        <source>The formula is nested too deeply or has too many parts.</source>
        <translation>公式巢狀過深或組成部分過多。</translation>
    </message>
    <message>
        <source>There is no KPI called {name}.</source>
        <translation>沒有名為 {name} 的指標。</translation>
    </message>
    <message>
        <source>{left} and {right} cannot be added or subtracted.</source>
        <translation>{left} 與 {right} 不能相加或相減。</translation>
    </message>
    <message>
        <source>{function} cannot take values of these units together: {units}.</source>
        <translation>{function} 不能同時使用這些單位的值：{units}。</translation>
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
        <translation>系統</translation>
    </message>
    <message>
        <source>Engine and readers</source>
        <translation>引擎與讀取元件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Log and unsaved work</source>
        <translation>記錄檔與未儲存的工作</translation>
    </message>
    <message>
        <source>Crash reports</source>
        <translation>當機報告</translation>
    </message>
    <message>
        <source>Free space there</source>
        <translation>該處可用空間</translation>
    </message>
    <message>
        <source>none; Chinese texts cannot be shown</source>
        <translation>沒有；無法顯示中文</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Font for Chinese</source>
        <translation>中文字型</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在讀取 {name}</translation>
    </message>
    <message>
        <source>{name} holds no table.</source>
        <translation>「{name}」中沒有表格。</translation>
    </message>
    <message>
        <source>A table has a row of column names and rows below it, on a sheet of its own.</source>
        <translation>表格應有一列欄名，下面是資料列，並單獨放在一張工作表中。</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在讀取 {name}</translation>
    </message>
    <message>
        <source>Reading {n} {n|file|files}</source>
        <translation>正在讀取 {n} 個檔案</translation>
    </message>
    <message>
        <source>The clipboard holds no table</source>
        <translation>剪貼簿中沒有表格</translation>
    </message>
    <message>
        <source>Copy cells in a spreadsheet, then paste them here.</source>
        <translation>請先在試算表中複製儲存格，再貼到這裡。</translation>
    </message>
    <message>
        <source>Importing {count} {count|table|tables}</source>
        <translation>正在匯入 {count} 個資料表</translation>
    </message>
    <message>
        <source>{file} is not there any more, so {name} cannot be read again</source>
        <translation>{file}已不在原處，無法重新讀取{name}</translation>
    </message>
    <message>
        <source>Put the file back, or import it from where it is now.</source>
        <translation>請把檔案放回原處，或從現在的位置匯入。</translation>
    </message>
    <message>
        <source>{file} does not hold {name} any more</source>
        <translation>{file}裡已沒有{name}</translation>
    </message>
    <message>
        <source>The file was changed: import it anew.</source>
        <translation>檔案已改動：請重新匯入。</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>正在載入 {name}</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}</source>
        <translation>無法讀取檔案：{reason}</translation>
    </message>
    <message>
        <source>{name} could not be loaded: {reason}</source>
        <translation>無法載入「{name}」：{reason}</translation>
    </message>
</context>
<context>
    <name>ingest</name>
    <message>
        <source>Some characters do not fit the encoding {encoding} and are shown as �.</source>
        <translation>部分字元不符合編碼 {encoding}，顯示為 �。</translation>
    </message>
    <message>
        <source>yes or no: {words}</source>
        <translation>是或否：{words}</translation>
    </message>
    <message>
        <source>kept as text: {count} {count|value starts|values start} with 0</source>
        <translation>保留為文字：{count} 個值以 0 開頭</translation>
    </message>
    <message>
        <source>kept as text: {count} {count|value has|values have} 16 digits or more</source>
        <translation>保留為文字：{count} 個值達 16 位數或更多</translation>
    </message>
    <message>
        <source>kept as text: the header names an id</source>
        <translation>保留為文字：欄標題是編號</translation>
    </message>
    <message>
        <source>digits are lost: a spreadsheet shortened {count} {count|id|ids}, such as {text}; export them as text</source>
        <translation>數字已遺失：試算表縮寫了 {count} 個編號，例如 {text}；請以文字格式匯出</translation>
    </message>
    <message>
        <source>kept as text: some hold letters, such as {text}</source>
        <translation>保留為文字：部分含字母，例如 {text}</translation>
    </message>
    <message>
        <source>shown as percents in the workbook</source>
        <translation>在活頁簿中顯示為百分比</translation>
    </message>
    <message>
        <source>shown as money in the workbook</source>
        <translation>在活頁簿中顯示為金額</translation>
    </message>
    <message>
        <source>lengths of time, such as {text}</source>
        <translation>時長，例如 {text}</translation>
    </message>
    <message>
        <source>day first: {count} {count|row shows|rows show} it</source>
        <translation>日在前：{count} 列可以看出</translation>
    </message>
    <message>
        <source>month first: {count} {count|row shows|rows show} it</source>
        <translation>月在前：{count} 列可以看出</translation>
    </message>
    <message>
        <source>{count} {count|row reads|rows read} the other way round</source>
        <translation>{count} 列的順序相反</translation>
    </message>
    <message>
        <source>day and month could be exchanged: no row shows which comes first</source>
        <translation>日與月可能顛倒：沒有任何一列能看出先後</translation>
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
        <translation>沒有年份的月份</translation>
    </message>
    <message>
        <source>days without a year</source>
        <translation>沒有年份的日期</translation>
    </message>
    <message>
        <source>year first, without signs between</source>
        <translation>年在前，中間無分隔符號</translation>
    </message>
    <message>
        <source>days counted from 1900, as spreadsheets do</source>
        <translation>從 1900 年起計的天數（試算表的方式）</translation>
    </message>
    <message>
        <source>seconds counted from 1970</source>
        <translation>從 1970 年起計的秒數</translation>
    </message>
    <message>
        <source>decimal comma: {count} {count|value shows|values show} it</source>
        <translation>小數點為逗號：{count} 個值可以看出</translation>
    </message>
    <message>
        <source>percent signs</source>
        <translation>百分號</translation>
    </message>
    <message>
        <source>currency signs</source>
        <translation>貨幣符號</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>「{file}」是空的。</translation>
    </message>
    <message>
        <source>Export it again, or import another file.</source>
        <translation>請重新匯出，或匯入其他檔案。</translation>
    </message>
    <message>
        <source>{file} is one endless line: it has no rows.</source>
        <translation>「{file}」只有一個超長的行，沒有分列。</translation>
    </message>
    <message>
        <source>Export it again as CSV, one line for each row.</source>
        <translation>請重新匯出為 CSV，每筆資料占一行。</translation>
    </message>
    <message>
        <source>{file} is not a table: it holds no readable text.</source>
        <translation>「{file}」不是表格：沒有可讀的文字。</translation>
    </message>
    <message>
        <source>Export it again as CSV or as an Excel workbook.</source>
        <translation>可重新匯出為 CSV 或 Excel 活頁簿。</translation>
    </message>
    <message>
        <source>{count} empty {count|byte was|bytes were} left out of the text.</source>
        <translation>已略過文字中的 {count} 個空位元組。</translation>
    </message>
    <message>
        <source>{count} {count|row has|rows have} more than {most} cells; those beyond were not read.</source>
        <translation>有 {count} 列超過 {most} 個儲存格，超出部分未讀取。</translation>
    </message>
    <message>
        <source>{count} {count|row has|rows have} more cells than the {width} of the others.</source>
        <translation>有 {count} 列的儲存格多於其他列的 {width} 個。</translation>
    </message>
    <message>
        <source>{count} {count|row has|rows have} fewer cells than the {width} of the others.</source>
        <translation>有 {count} 列的儲存格少於其他列的 {width} 個。</translation>
    </message>
    <message>
        <source>{file} is a workbook of a very old Excel.</source>
        <translation>{file} 是非常舊的 Excel 版本的活頁簿。</translation>
    </message>
    <message>
        <source>Open it in Excel or LibreOffice and save it as an xlsx file.</source>
        <translation>請用 Excel 或 LibreOffice 開啟，另存為 xlsx 檔案。</translation>
    </message>
    <message>
        <source>{file} is a document of Office, but no workbook.</source>
        <translation>「{file}」是 Office 檔案，但不是活頁簿。</translation>
    </message>
    <message>
        <source>Import the workbook, or export the table as CSV.</source>
        <translation>請匯入活頁簿，或將表格匯出為 CSV。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a workbook holds.</source>
        <translation>「{file}」解壓縮後遠超過正常活頁簿的大小。</translation>
    </message>
    <message>
        <source>It was not opened. Save it again in Excel, or export it as CSV.</source>
        <translation>檔案未開啟。可在 Excel 中重新儲存，或匯出為 CSV。</translation>
    </message>
    <message>
        <source>{file} holds declarations that no workbook needs.</source>
        <translation>「{file}」含有活頁簿不需要的宣告。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than can be read.</source>
        <translation>「{file}」解壓縮後遠超可讀取的大小。</translation>
    </message>
    <message>
        <source>It was not opened. Unpack it and import just the tables that you need.</source>
        <translation>檔案沒有開啟。請先解壓縮，再只匯入需要的表格。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be unpacked.</source>
        <translation>「{file}」已損壞，無法解壓縮。</translation>
    </message>
    <message>
        <source>Pack or download it again.</source>
        <translation>請重新壓縮或重新下載。</translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation>「{file}」有密碼保護。</translation>
    </message>
    <message>
        <source>Unpack it with its password and import the files.</source>
        <translation>請用密碼解壓縮，再匯入其中的檔案。</translation>
    </message>
    <message>
        <source>Open it in Excel, save it without a password and import it again.</source>
        <translation>可在 Excel 中開啟，移除密碼後儲存，再重新匯入。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read.</source>
        <translation>「{file}」已損壞，無法讀取。</translation>
    </message>
    <message>
        <source>Open it in Excel, save it under a new name and import it again.</source>
        <translation>可在 Excel 中開啟，以新名稱另存，再重新匯入。</translation>
    </message>
    <message>
        <source>{file} changed while it was read.</source>
        <translation>{file} 在讀取時發生了變化。</translation>
    </message>
    <message>
        <source>Wait until it is saved, then import it again.</source>
        <translation>請等它儲存完畢後再匯入。</translation>
    </message>
    <message>
        <source>{file} takes too long to read.</source>
        <translation>「{file}」讀取時間過長。</translation>
    </message>
    <message>
        <source>Export the sheets that you need as CSV and import those.</source>
        <translation>可將需要的工作表匯出為 CSV 後再匯入。</translation>
    </message>
    <message>
        <source>{file} is a web page without a table.</source>
        <translation>{file} 是沒有表格的網頁。</translation>
    </message>
    <message>
        <source>Export the table again; the page may have asked you to sign in.</source>
        <translation>請重新匯出表格；該網頁可能要求先登入。</translation>
    </message>
    <message>
        <source>The sheet {sheet} is hidden in Excel. It was read.</source>
        <translation>工作表「{sheet}」在 Excel 中是隱藏的，已一併讀取。</translation>
    </message>
    <message>
        <source>{count} {count|cell|cells} far from all others {count|was|were} not read.</source>
        <translation>有 {count} 個儲存格離其他資料太遠，未讀取。</translation>
    </message>
    <message>
        <source>{count} {count|cell holds|cells hold} characters that are damaged in the file; they show as �.</source>
        <translation>{count} 個儲存格中有在檔案裡已損毀的字元，顯示為 �。</translation>
    </message>
    <message>
        <source>{count} {count|cell shows|cells show} an error such as #DIV/0! and {count|is|are} empty here.</source>
        <translation>{count} 個儲存格顯示 #DIV/0! 之類的錯誤，此處視為空白。</translation>
    </message>
    <message>
        <source>{count} {count|formula has|formulas have} no stored value. Open the file in Excel and save it.</source>
        <translation>{count} 個公式沒有已儲存的結果。可在 Excel 中開啟檔案並儲存。</translation>
    </message>
    <message>
        <source>The sheet {sheet} could not be read.</source>
        <translation>無法讀取工作表「{sheet}」。</translation>
    </message>
    <message>
        <source>{rows} {rows|row|rows} hidden or filtered out in Excel {rows|is|are} read.</source>
        <translation>在 Excel 中隱藏或被篩掉的 {rows} 列也已讀取。</translation>
    </message>
    <message>
        <source>{columns} {columns|column|columns} hidden in Excel {columns|is|are} read.</source>
        <translation>在 Excel 中隱藏的 {columns} 欄也已讀取。</translation>
    </message>
    <message>
        <source>{file} is an archive within archives.</source>
        <translation>「{file}」是多層巢狀的壓縮檔。</translation>
    </message>
    <message>
        <source>{file} cannot be opened: another program may be using it.</source>
        <translation>無法開啟「{file}」：可能正被其他程式使用。</translation>
    </message>
    <message>
        <source>Close it there and import it again.</source>
        <translation>在該程式中關閉後再重新匯入。</translation>
    </message>
    <message>
        <source>{file} cannot be opened.</source>
        <translation>無法開啟「{file}」。</translation>
    </message>
    <message>
        <source>{file} holds no table.</source>
        <translation>「{file}」中沒有表格。</translation>
    </message>
    <message>
        <source>None of the {count} files in {file} can be read: {reason}</source>
        <translation>「{file}」中的 {count} 個檔案都無法讀取：{reason}</translation>
    </message>
    <message>
        <source>{count} {count|file|files} of other kinds {count|was|were} left out.</source>
        <translation>有 {count} 個其他類型的檔案未讀取。</translation>
    </message>
    <message>
        <source>{file} is an archive of a kind that is not read.</source>
        <translation>「{file}」是不支援的壓縮格式。</translation>
    </message>
    <message>
        <source>Unpack it and import the files.</source>
        <translation>請先解壓縮，再匯入其中的檔案。</translation>
    </message>
    <message>
        <source>{file} is a picture.</source>
        <translation>「{file}」是圖片。</translation>
    </message>
    <message>
        <source>Export the table as CSV or as an Excel workbook.</source>
        <translation>請將表格匯出為 CSV 或 Excel 活頁簿。</translation>
    </message>
    <message>
        <source>{file} is a PDF document.</source>
        <translation>「{file}」是 PDF 檔案。</translation>
    </message>
    <message>
        <source>{file} is a database.</source>
        <translation>「{file}」是資料庫。</translation>
    </message>
    <message>
        <source>{file} is a document, no table.</source>
        <translation>「{file}」是文書檔案，不是表格。</translation>
    </message>
    <message>
        <source>{file} is a program.</source>
        <translation>「{file}」是程式。</translation>
    </message>
    <message>
        <source>{file} is a document of Apple Numbers.</source>
        <translation>「{file}」是 Apple Numbers 檔案。</translation>
    </message>
    <message>
        <source>Export it from Numbers as an Excel workbook.</source>
        <translation>請在 Numbers 中將其匯出為 Excel 活頁簿。</translation>
    </message>
    <message>
        <source>{file} is one JSON document too big to read.</source>
        <translation>「{file}」是單一 JSON 檔案，太大而無法讀取。</translation>
    </message>
    <message>
        <source>Export it as JSON lines or as CSV.</source>
        <translation>請匯出為 JSON Lines 或 CSV。</translation>
    </message>
    <message>
        <source>{file} is no whole JSON document.</source>
        <translation>「{file}」不是完整的 JSON 檔案。</translation>
    </message>
    <message>
        <source>Export it again, or export the table as CSV.</source>
        <translation>請重新匯出，或將表格匯出為 CSV。</translation>
    </message>
    <message>
        <source>{file} is JSON, but holds no table.</source>
        <translation>「{file}」是 JSON，但其中沒有表格。</translation>
    </message>
    <message>
        <source>Export the table as CSV, or as a list of JSON objects.</source>
        <translation>請將表格匯出為 CSV，或匯出為 JSON 物件清單。</translation>
    </message>
    <message>
        <source>{count} {count|line is|lines are} no JSON and {count|was|were} left out.</source>
        <translation>有 {count} 行不是 JSON，已略過。</translation>
    </message>
    <message>
        <source>{file} has more than {most} columns.</source>
        <translation>「{file}」的欄數超過 {most}。</translation>
    </message>
    <message>
        <source>Export just the columns that you need.</source>
        <translation>請只匯出需要的欄。</translation>
    </message>
    <message>
        <source>{file} is a damaged Parquet file.</source>
        <translation>「{file}」是已損壞的 Parquet 檔案。</translation>
    </message>
    <message>
        <source>Write it again, or export the table as CSV.</source>
        <translation>請重新產生該檔案，或將表格匯出為 CSV。</translation>
    </message>
    <message>
        <source>Export just the rows and columns that you need.</source>
        <translation>請只匯出需要的列和欄。</translation>
    </message>
    <message>
        <source>Columns that hold lists or records are shown as JSON.</source>
        <translation>含有清單或記錄的欄以 JSON 顯示。</translation>
    </message>
    <message>
        <source>These {count} sheets are periods of one table and are put together: {names}.</source>
        <translation>這 {count} 個工作表是同一張表的各個時期，合併在一起：{names}。</translation>
    </message>
    <message>
        <source>No column has a date: {period} is taken from the name of the sheet {sheet}.</source>
        <translation>沒有日期欄：{period} 取自工作表名稱「{sheet}」。</translation>
    </message>
    <message>
        <source>The table lies on its side, a record in each column. It was turned.</source>
        <translation>表格是橫放的，每欄一筆記錄，已轉置。</translation>
    </message>
    <message>
        <source>decimal sign “{mark}”: {count} {count|value|values} of other columns {count|shows|show} it</source>
        <translation>小數點為「{mark}」：其他欄有 {count} 個數值如此書寫</translation>
    </message>
    <message>
        <source>decimal comma, as days with points and semicolons between columns say</source>
        <translation>小數點為逗號：日期用點、欄以分號分隔，可見如此</translation>
    </message>
    <message>
        <source>Customers stand in rows and {n} months beside each other: each became a row of its own.</source>
        <translation>客戶在列、{n} 個月份並排為欄：每個月份各成一列。</translation>
    </message>
    <message>
        <source>Each row holds one figure, which “{column}” names: each of the {n} names became a column.</source>
        <translation>每列一個數值，由「{column}」說明是哪個指標：{n} 個指標各成一欄。</translation>
    </message>
    <message>
        <source>“{part}” is read with the year that stands in “{year}”: {example}.</source>
        <translation>「{part}」與「{year}」中的年份合併讀取：{example}。</translation>
    </message>
    <message>
        <source>day first: {count} {count|date|dates} of other columns {count|shows|show} it</source>
        <translation>日在前：其他欄的 {count} 個日期可以看出</translation>
    </message>
    <message>
        <source>month first: {count} {count|date|dates} of other columns {count|shows|show} it</source>
        <translation>月在前：其他欄的 {count} 個日期可以看出</translation>
    </message>
</context>
<context>
    <name>kpis</name>
    <message>
        <source>Looking up the rows</source>
        <translation>正在查詢明細列</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95% 區間</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>樣本數</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Total, each counted once</source>
        <translation>總計，各計一次</translation>
    </message>
    <message>
        <source>{name}, incomplete</source>
        <translation>{name}，不完整</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>計入</translation>
    </message>
    <message>
        <source>{period}, not ended</source>
        <translation>{period}，尚未結束</translation>
    </message>
    <message>
        <source>{known} of {all} have a value</source>
        <translation>{all} 項中 {known} 項有數值</translation>
    </message>
    <message>
        <source>{n} {n|KPI is|KPIs are} being computed</source>
        <translation>正在計算 {n} 個指標</translation>
    </message>
    <message>
        <source>{n} {n|matches|match} with a value, {away} without</source>
        <translation>{n} 項符合且有數值，{away} 項符合但無數值</translation>
    </message>
    <message>
        <source>{n} of {all} match</source>
        <translation>{all} 項中 {n} 項符合</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”.</source>
        <translation>沒有名為「{typed}」的內容。</translation>
    </message>
    <message>
        <source>Looking for what to do</source>
        <translation>正在尋找可行的辦法</translation>
    </message>
    <message>
        <source>Not known, so it cannot be halved</source>
        <translation>數值未知，無法減半</translation>
    </message>
    <message>
        <source>It is 0: there is nothing to halve</source>
        <translation>數值為 0，無需減半</translation>
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
        <translation>輸入所含文字；=甲；乙 表示僅限這些；- 表示空值。按向下鍵列出現有內容。</translation>
    </message>
    <message>
        <source>An amount, &gt;100, &lt;=1.2K, 10..20; - for none.</source>
        <translation>數值，如 &gt;100、&lt;=1.2萬、10..20；- 表示空值。</translation>
    </message>
    <message>
        <source>A year, month or day, &gt;2025-03, 2025-01..2025-03; - for none.</source>
        <translation>年、月或日，如 &gt;2025-03、2025-01..2025-03；- 表示空值。</translation>
    </message>
    <message>
        <source>Filter {column}</source>
        <translation>篩選{column}</translation>
    </message>
    <message>
        <source>Arranging the rows</source>
        <translation>正在整理各列</translation>
    </message>
    <message>
        <source>Copying rows</source>
        <translation>正在複製各列</translation>
    </message>
    <message>
        <source>No total: an amount a month may stand in several rows and would be added twice</source>
        <translation>無合計：同一筆每月金額可能出現在多列，相加會重複計算</translation>
    </message>
    <message>
        <source>No total: the number is estimated from all lives together</source>
        <translation>無合計：該數值由全部生命週期共同估算</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names}，另有 {n} 個</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>These numbers are counted by {profile}, not by {other}.</source>
        <translation>這些數字依「{profile}」的定義計算，而非「{other}」。</translation>
    </message>
    <message>
        <source>Choose the profile for the whole workspace.</source>
        <translation>請為整個工作區選擇定義。</translation>
    </message>
    <message>
        <source>There is no KPI called {name}.</source>
        <translation>沒有名為 {name} 的指標。</translation>
    </message>
    <message>
        <source>The catalogue lists all of them.</source>
        <translation>指標目錄列出了全部指標。</translation>
    </message>
    <message>
        <source>No column called {name} can split the data.</source>
        <translation>沒有名為「{name}」的欄可用來拆分資料。</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>現有：{known}。</translation>
    </message>
    <message>
        <source>{name} has no value {value}.</source>
        <translation>「{name}」沒有值「{value}」。</translation>
    </message>
    <message>
        <source>cost of {n} {n|month|months} before the customers were won</source>
        <translation>取贏得客戶前 {n} 個月的費用</translation>
    </message>
    <message>
        <source>the data do not reach this period</source>
        <translation>資料未涵蓋本期</translation>
    </message>
    <message>
        <source>no observations in the period</source>
        <translation>本期沒有觀測值</translation>
    </message>
    <message>
        <source>there is no earlier period to compare with</source>
        <translation>沒有可比較的更早週期</translation>
    </message>
    <message>
        <source>not known by segment: the data behind it have no such column</source>
        <translation>無法依分群得知：底層資料沒有該欄</translation>
    </message>
    <message>
        <source>only those who left, or were lost, have a reason: it says nothing of others</source>
        <translation>只有流失或丟失者才有原因：不能說明其他</translation>
    </message>
    <message>
        <source>a part of the formula has no value</source>
        <translation>公式中有一部分沒有數值</translation>
    </message>
    <message>
        <source>The sheet writes losses as positive numbers; here they are negative.</source>
        <translation>原表將損失寫為正數；此處為負數。</translation>
    </message>
    <message>
        <source>The sheet writes percent as whole numbers; they were divided by 100.</source>
        <translation>原表將百分比寫為整數；已除以 100。</translation>
    </message>
    <message>
        <source>The data give it by the quarter: it can be shown by quarters and years.</source>
        <translation>資料依季度提供：可依季度或年檢視。</translation>
    </message>
    <message>
        <source>The data give it by the year: it can be shown by years.</source>
        <translation>資料依年提供：可依年檢視。</translation>
    </message>
    <message>
        <source>the data give it at the end of each quarter</source>
        <translation>資料只提供每季末的值</translation>
    </message>
    <message>
        <source>the data give it at the end of each year</source>
        <translation>資料只提供每年末的值</translation>
    </message>
    <message>
        <source>The data hold only customers who stayed, so churn cannot be seen in them.</source>
        <translation>資料只含留下的客戶，無法看出流失。</translation>
    </message>
    <message>
        <source>The data do not hold {columns}.</source>
        <translation>資料中沒有{columns}。</translation>
    </message>
    <message>
        <source>It is a figure of longer periods than the one asked for.</source>
        <translation>該數值對應的週期比所選的更長。</translation>
    </message>
    <message>
        <source>Only those who left, or were lost, have a reason: it says nothing here.</source>
        <translation>只有流失或丟失者才有原因：在此不能說明什麼。</translation>
    </message>
    <message>
        <source>A single point in time has no earlier one to compare with.</source>
        <translation>單一時間點沒有更早的時間點可比較。</translation>
    </message>
    <message>
        <source>It is given by the month and cannot be computed for what was asked.</source>
        <translation>該數值依月給出，無法依所選方式計算。</translation>
    </message>
    <message>
        <source>some periods lack days or months, or one of several parts: they are marked as incomplete</source>
        <translation>部分期間缺少若干天、若干月或某個組成部分：已標為不完整</translation>
    </message>
    <message>
        <source>incomplete where the latest have not had the time yet</source>
        <translation>最近加入者時間未到，相關期間不完整</translation>
    </message>
    <message>
        <source>Needs subscriptions or invoices with amounts.</source>
        <translation>需要帶金額的訂閱或帳單。</translation>
    </message>
    <message>
        <source>the first cohort holds everybody who was there before the data begin</source>
        <translation>第一個同類群組包含資料開始之前就在的所有人</translation>
    </message>
    <message>
        <source>the latest {count} of {every} cohorts</source>
        <translation>最近 {count} 個同類群組（共 {every} 個）</translation>
    </message>
    <message>
        <source>Needs customers with a start and an end, or orders by customer.</source>
        <translation>需要帶開始和結束日期的客戶，或依客戶的訂單。</translation>
    </message>
    <message>
        <source>Needs subscriptions, invoices or orders with amounts.</source>
        <translation>需要帶金額的訂閱、帳單或訂單。</translation>
    </message>
    <message>
        <source>Needs events: user and time.</source>
        <translation>需要事件：使用者和時間。</translation>
    </message>
    <message>
        <source>Visits are counted by day: no row tells of one visitor.</source>
        <translation>造訪依日計數：沒有單一訪客的列。</translation>
    </message>
    <message>
        <source>Needs leads or deals with a date for each stage, or users with their sign-up.</source>
        <translation>需要各階段附日期的潛在客戶或商機，或使用者的註冊日期。</translation>
    </message>
    <message>
        <source>There is no period in that range.</source>
        <translation>該範圍內沒有週期。</translation>
    </message>
    <message>
        <source>Nobody started in this range.</source>
        <translation>該範圍內無人開始。</translation>
    </message>
    <message>
        <source>Who stayed is not known: no rows tell of {first} to {last}, nor who of those before left in that time.</source>
        <translation>無法得知誰留了下來：{first}至{last}沒有任何資料列，也不知道此前的客戶有誰在這段時間離開。</translation>
    </message>
    <message>
        <source>Needs customers or subscriptions with a start and an end.</source>
        <translation>需要帶開始和結束日期的客戶或訂閱。</translation>
    </message>
    <message>
        <source>The data have no dates.</source>
        <translation>資料沒有日期。</translation>
    </message>
    <message>
        <source>These numbers are not told by {role}.</source>
        <translation>這些數字沒有依 {role} 記錄。</translation>
    </message>
    <message>
        <source>Your own sheet says {value} for {period} ({apart}): compare the sources.</source>
        <translation>自有表格中{period}為 {value}（{apart}）：請比較來源。</translation>
    </message>
    <message>
        <source>above 100% in some periods: what is counted and what it is a share of do not match. One of the sheets begins later, lacks rows or counts something else.</source>
        <translation>部分期間高於 100%：分子與分母的資料對不上。其中一張表開始得較晚、缺少列，或統計的是別的內容。</translation>
    </message>
    <message>
        <source>{kpi} is above 100% in {n} {n|period|periods}, {value} in {period}: what is counted and what it is a share of do not match. See whether one of the sheets begins later, lacks rows or counts something else</source>
        <translation>「{kpi}」在 {n} 個期間高於 100%，{period} 為 {value}：分子與分母的資料對不上。請看其中一張表是否開始得較晚、缺少列，或統計的是別的內容</translation>
    </message>
    <message>
        <source>not known of sign-ups before {first}: events begin on {events}</source>
        <translation>{first}之前註冊者的情況無從得知：事件自 {events} 起才有記錄</translation>
    </message>
    <message>
        <source>events begin on {events}: a period that lies mostly before is not known</source>
        <translation>事件自 {events} 起才有記錄：大部分在此之前的週期沒有數值</translation>
    </message>
    <message>
        <source>visits begin on {first}: a period that lies mostly before is not known</source>
        <translation>造訪自 {first} 起才有記錄：大部分在此之前的週期沒有數值</translation>
    </message>
    <message>
        <source>{value}, else {other}</source>
        <translation>{value}，沒有時為{other}</translation>
    </message>
    <message>
        <source>{value}, {other}</source>
        <translation>{value}、{other}</translation>
    </message>
    <message>
        <source>{value} a month</source>
        <translation>依月計的{value}</translation>
    </message>
    <message>
        <source>{value} a year</source>
        <translation>依年計的{value}</translation>
    </message>
    <message>
        <source>{value} in equal parts a month</source>
        <translation>每月均攤的{value}</translation>
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
        <translation>此前六個月{value}的平均值</translation>
    </message>
    <message>
        <source>{value}, no value below 0</source>
        <translation>{value}，低於 0 時無值</translation>
    </message>
    <message>
        <source>{value} where {other} are known</source>
        <translation>{other}已知時的{value}</translation>
    </message>
    <message>
        <source>sum of those known: {value}</source>
        <translation>已知各項之和：{value}</translation>
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
        <translation>資料中沒有名為「{name}」或類似名稱的事件。</translation>
    </message>
    <message>
        <source>what is shared, such as a gross margin, is that of the whole business where a part has none of its own</source>
        <translation>毛利率等共用的數值，某一部分沒有自己的，即採用整體的</translation>
    </message>
</context>
<context>
    <name>names.language</name>
    <message>
        <source>en</source>
        <translation>zh_Hant</translation>
    </message>
</context>
<context>
    <name>names.marks</name>
    <message>
        <source>“{text}”</source>
        <translation>「{text}」</translation>
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
        <translation>{last}{name} 為 {after}，與之前幾乎相同。</translation>
    </message>
    <message>
        <source>{name} went from {before} to {after} in {last}.</source>
        <translation>{last}{name}從 {before} 變為 {after}。</translation>
    </message>
    <message>
        <source>{name} went from {before} in {first} to {after} in {last}.</source>
        <translation>{name} 從{first}的 {before} 變為{last}的 {after}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} to {after} in {last}.</source>
        <translation>{last}{name}從 {before} 升至 {after}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} in {first} to {after} in {last}.</source>
        <translation>{name} 從{first}的 {before} 升至{last}的 {after}。</translation>
    </message>
    <message>
        <source>{name} fell from {before} to {after} in {last}.</source>
        <translation>{last}{name}從 {before} 降至 {after}。</translation>
    </message>
    <message>
        <source>{name} fell from {before} in {first} to {after} in {last}.</source>
        <translation>{name} 從{first}的 {before} 降至{last}的 {after}。</translation>
    </message>
    <message>
        <source>The highest in {n} periods.</source>
        <translation>為 {n} 期以來最高。</translation>
    </message>
    <message>
        <source>The lowest in {n} periods.</source>
        <translation>為 {n} 期以來最低。</translation>
    </message>
    <message>
        <source>The smallest in {n} periods.</source>
        <translation>為 {n} 期以來最小。</translation>
    </message>
    <message>
        <source>The largest in {n} periods.</source>
        <translation>為 {n} 期以來最大。</translation>
    </message>
    <message>
        <source>Mostly: {drivers_said}.</source>
        <translation>主要來自：{drivers_said}。</translation>
    </message>
    <message>
        <source>Mostly from changes in: {drivers_said}.</source>
        <translation>主要來自以下變化：{drivers_said}。</translation>
    </message>
    <message>
        <source>Mostly, in {source}: {drivers_said}.</source>
        <translation>主要來自（以 {source} 計）：{drivers_said}。</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>Champions</source>
        <translation>冠軍買家</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠誠</translation>
    </message>
    <message>
        <source>Potentially loyal</source>
        <translation>潛在忠誠</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新買家</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>有潛力</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要關注</translation>
    </message>
    <message>
        <source>About to sleep</source>
        <translation>即將沉睡</translation>
    </message>
    <message>
        <source>Cannot lose them</source>
        <translation>不可失去</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失風險</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>已沉睡</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>買家</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人數</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>累計支付</translation>
    </message>
    <message>
        <source>Days since last</source>
        <translation>距上次天數</translation>
    </message>
    <message>
        <source>Order days</source>
        <translation>下單天數</translation>
    </message>
    <message>
        <source>Next 12 months</source>
        <translation>未來 12 個月</translation>
    </message>
    <message>
        <source>Fifths of all buyers by recency and frequency (Hughes 1994); equal buyers score the same</source>
        <translation>依最近購買與頻次分五等（Hughes 1994）；並列的買家得分相同</translation>
    </message>
    <message>
        <source>Paid: before refunds of parts</source>
        <translation>累計支付：未扣除部分退款</translation>
    </message>
    <message>
        <source>Next 12 months: expected by BG/NBD with Gamma-Gamma</source>
        <translation>未來 12 個月：依 BG/NBD 與 Gamma-Gamma 預期</translation>
    </message>
    <message>
        <source>Recency {score}</source>
        <translation>最近購買 {score}</translation>
    </message>
    <message>
        <source>Recency and frequency</source>
        <translation>最近購買與頻次</translation>
    </message>
    <message>
        <source>frequency across</source>
        <translation>橫向為頻次</translation>
    </message>
    <message>
        <source>There are no orders here.</source>
        <translation>這裡沒有訂單。</translation>
    </message>
</context>
<context>
    <name>pacing</name>
    <message>
        <source>{kpi} is behind its target: {value} in {period}, {expected} by now, {goal} in all</source>
        <translation>{kpi}落後於目標：{period}為 {value}，目前應達 {expected}，全期目標 {goal}</translation>
    </message>
    <message>
        <source>{kpi} missed its target: {value} in {period} instead of {goal}</source>
        <translation>{kpi}未達目標：{period}為 {value}，目標為 {goal}</translation>
    </message>
    <message>
        <source>{kpi} fell below {limit}: {value} in {period}</source>
        <translation>{kpi}低於 {limit}：{period}為 {value}</translation>
    </message>
    <message>
        <source>{kpi} rose above {limit}: {value} in {period}</source>
        <translation>{kpi}高於 {limit}：{period}為 {value}</translation>
    </message>
    <message>
        <source>{period} so far {value}, {expected} expected by now: on track</source>
        <translation>{period}至今 {value}，依進度應為 {expected}：正常</translation>
    </message>
    <message>
        <source>{period} so far {value}, {expected} expected by now: behind</source>
        <translation>{period}至今 {value}，依進度應為 {expected}：落後</translation>
    </message>
    <message>
        <source>{period} so far {value}, at most {expected} by now: over</source>
        <translation>{period}至今 {value}，依進度至多 {expected}：超出</translation>
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
        <translation>決策</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Your tables, their columns, and what was found in them.</source>
        <translation>資料表、其中的欄，以及檢查結果。</translation>
    </message>
    <message>
        <source>Needs a spreadsheet: XLSX, XLS or CSV. Nothing leaves this computer.</source>
        <translation>需要試算表：XLSX、XLS 或 CSV。資料不會離開這台電腦。</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>儀表板</translation>
    </message>
    <message>
        <source>What changed, with the cards and charts that you chose.</source>
        <translation>發生了哪些變化，以及選定的卡片與圖表。</translation>
    </message>
    <message>
        <source>Needs any table with dates and amounts: subscriptions, invoices or orders.</source>
        <translation>需要含日期與金額的任一資料表：訂閱、帳單或訂單。</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Every figure with its trend, its definition and the rows behind it.</source>
        <translation>每個指標的走勢、定義與明細列。</translation>
    </message>
    <message>
        <source>Needs at least one table; each figure names the columns that it is made of.</source>
        <translation>至少需要一個資料表；每個指標都會列出所用的欄。</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>How MRR moved: new, expansion, contraction, churn, month by month.</source>
        <translation>MRR 如何變動：新增、擴展、收縮、流失，逐月呈現。</translation>
    </message>
    <message>
        <source>Needs subscriptions or invoices: customer, start, end, amount.</source>
        <translation>需要訂閱或帳單：客戶、開始、結束、金額。</translation>
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
        <translation>潛在客戶在哪一步流失，每一步需要多久。</translation>
    </message>
    <message>
        <source>Needs leads or deals with a date for each stage, or events of users.</source>
        <translation>需要各階段附日期的潛在客戶或商機，或使用者事件。</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>同類群組</translation>
    </message>
    <message>
        <source>How many of those who came in one month are still here later.</source>
        <translation>同一月加入的客戶，之後還有多少留存。</translation>
    </message>
    <message>
        <source>Needs customers with a start and an end, or orders, or events of users.</source>
        <translation>需要有開始與結束日期的客戶，或訂單，或使用者事件。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通路</translation>
    </message>
    <message>
        <source>What each channel costs, brings and pays back.</source>
        <translation>每個通路的花費、帶來的客戶與回本情況。</translation>
    </message>
    <message>
        <source>Needs marketing spend by channel, and customers or leads with their channel.</source>
        <translation>需要依通路的行銷支出，以及附通路的客戶或潛在客戶。</translation>
    </message>
    <message>
        <source>Acquisition</source>
        <translation>獲客</translation>
    </message>
    <message>
        <source>Voice of customer</source>
        <translation>客戶心聲</translation>
    </message>
    <message>
        <source>What customers answer: NPS, CSAT, CES, with their own words.</source>
        <translation>客戶的回答：NPS、CSAT、CES，以及原話。</translation>
    </message>
    <message>
        <source>Needs survey answers: date, score, and comments where there are any.</source>
        <translation>需要問卷回覆：日期、評分，以及意見（如有）。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>問卷</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假設分析</translation>
    </message>
    <message>
        <source>What becomes of LTV/CAC and MRR if churn, price or spend were different.</source>
        <translation>若流失率、價格或支出不同，LTV/CAC 與 MRR 會如何。</translation>
    </message>
    <message>
        <source>Needs enough for one unit figure: customers with a price, or spend.</source>
        <translation>需要足以計算一項單位指標的資料：附價格的客戶，或支出。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>歸因</translation>
    </message>
    <message>
        <source>Which drivers and which segments explain a change, and whether it is noise.</source>
        <translation>哪些驅動因素和分群能解釋變化，以及變化是否只是雜訊。</translation>
    </message>
    <message>
        <source>Needs at least two periods of one figure.</source>
        <translation>需要同一指標至少兩期的資料。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Slides and workbooks made of your charts, with native tables and formulas.</source>
        <translation>由圖表產生的簡報與活頁簿，含原生表格與公式。</translation>
    </message>
    <message>
        <source>Needs a chart or a card to put on a slide.</source>
        <translation>需要一個圖表或卡片放到投影片上。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>What is bought, how often they come back, and who the best buyers are.</source>
        <translation>買了什麼、多久再買，以及誰是最好的買家。</translation>
    </message>
    <message>
        <source>Needs orders: date, amount, and the customer where there is one.</source>
        <translation>需要訂單：日期、金額，如有則含客戶。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Visits by source and page, those that lose most visitors first.</source>
        <translation>依來源與頁面的造訪，流失訪客最多者在前。</translation>
    </message>
    <message>
        <source>Needs web traffic: date, sessions, and the source or page of the visits.</source>
        <translation>需要網站流量：日期、工作階段數，以及來源或頁面。</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>How much is asked and when, how fast it is answered, who it takes.</source>
        <translation>何時來多少工單、回覆多快、需要多少人手。</translation>
    </message>
    <message>
        <source>Needs tickets: when each was created, first answered and resolved.</source>
        <translation>需要工單：建立、首次回覆與解決的時間。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>The same figures by other definitions, from other tables, and published examples.</source>
        <translation>同樣的數字：依其他定義、從其他資料表計算，以及公開算例。</translation>
    </message>
    <message>
        <source>Needs any table that figures are computed from.</source>
        <translation>需要任意一張可計算指標的資料表。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance, language and habits.</source>
        <translation>外觀、語言與使用習慣。</translation>
    </message>
    <message>
        <source>Needs nothing.</source>
        <translation>不需要資料。</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Open board: {name}</source>
        <translation>開啟儀表板：{name}</translation>
    </message>
    <message>
        <source>Add tile: {name}</source>
        <translation>新增圖塊：{name}</translation>
    </message>
</context>
<context>
    <name>persistence</name>
    <message>
        <source>Opening {name}</source>
        <translation>正在開啟 {name}</translation>
    </message>
    <message>
        <source>The workspace has no file yet</source>
        <translation>工作區還沒有檔案</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>正在儲存 {name}</translation>
    </message>
    <message>
        <source>The unsaved work of {name} is kept.</source>
        <translation>{name} 中未儲存的內容已保留。</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>返回該工作區</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>a workspace without a name</source>
        <translation>未命名的工作區</translation>
    </message>
    <message>
        <source>The unsaved work cannot be read any more</source>
        <translation>未儲存的內容已無法讀取</translation>
    </message>
    <message>
        <source>The unsaved work could not be kept: {reason}</source>
        <translation>無法保留未儲存的內容：{reason}</translation>
    </message>
    <message>
        <source>Nothing was changed. Save the workspace first, then try again.</source>
        <translation>未做任何變更。請先儲存工作區，然後再試一次。</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Halve churn</source>
        <translation>流失率減半</translation>
    </message>
    <message>
        <source>Price +10%</source>
        <translation>價格 +10%</translation>
    </message>
    <message>
        <source>CAC −20%</source>
        <translation>CAC −20%</translation>
    </message>
    <message>
        <source>Double new customers</source>
        <translation>新客戶加倍</translation>
    </message>
    <message>
        <source>Lose the largest customer</source>
        <translation>失去最大客戶</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假設分析</translation>
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
        <translation>{ours}，{theirs}：相差 {change}，因為{reason}</translation>
    </message>
    <message>
        <source>{ours}, {theirs}: {change}, mostly because {reason}</source>
        <translation>{ours}，{theirs}：相差 {change}，主要因為{reason}</translation>
    </message>
    <message>
        <source>There is no profile called “{name}”</source>
        <translation>沒有名為「{name}」的定義</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>可選：{names}。</translation>
    </message>
    <message>
        <source>Counting by other definitions</source>
        <translation>正在依其他定義計算</translation>
    </message>
    <message>
        <source>The data say nothing of {period}</source>
        <translation>資料不涉及 {period}</translation>
    </message>
    <message>
        <source>No month of the data is complete; name a period</source>
        <translation>資料中沒有完整的月份；請指定一個週期</translation>
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
        <translation>計算結果</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出處</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>自行推導</translation>
    </message>
    <message>
        <source>{source} (derived)</source>
        <translation>{source}（推導）</translation>
    </message>
    <message>
        <source>founding documents</source>
        <translation>本軟體的定義</translation>
    </message>
    <message>
        <source>common definition</source>
        <translation>通行定義</translation>
    </message>
    <message>
        <source>property</source>
        <translation>性質檢驗</translation>
    </message>
    <message>
        <source>definition of business hours</source>
        <translation>工作時間的定義</translation>
    </message>
    <message>
        <source>day and month</source>
        <translation>日與月的順序</translation>
    </message>
    <message>
        <source>decimal commas</source>
        <translation>小數逗號</translation>
    </message>
    <message>
        <source>points of thousands</source>
        <translation>千分位點</translation>
    </message>
    <message>
        <source>negative amounts</source>
        <translation>負數金額</translation>
    </message>
    <message>
        <source>total rows</source>
        <translation>合計列</translation>
    </message>
    <message>
        <source>leading noughts, sixteen digits</source>
        <translation>前導零，十六位數字</translation>
    </message>
    <message>
        <source>scores beyond the scale and blank ones</source>
        <translation>超出量表的評分與空白評分</translation>
    </message>
    <message>
        <source>filter values</source>
        <translation>篩選值</translation>
    </message>
    <message>
        <source>ChartMogul developer page on proration</source>
        <translation>ChartMogul 關於依比例計費的開發者說明</translation>
    </message>
    <message>
        <source>Stripe, billing analytics</source>
        <translation>Stripe，帳單分析</translation>
    </message>
    <message>
        <source>Finmark 5525177, corrected</source>
        <translation>Finmark 5525177，已更正</translation>
    </message>
    <message>
        <source>{publisher} help</source>
        <translation>{publisher} 說明頁</translation>
    </message>
    <message>
        <source>{publisher} help {page}</source>
        <translation>{publisher} 說明頁 {page}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>無數值</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{n} {n|reason|reasons}, which sum to it</source>
        <translation>{n} 個原因，合計即為差額</translation>
    </message>
    <message>
        <source>Counting by other definitions</source>
        <translation>正在依其他定義計算</translation>
    </message>
    <message>
        <source>Counting from each source</source>
        <translation>正在分別從各來源計算</translation>
    </message>
    <message>
        <source>Running the published examples</source>
        <translation>正在執行公開算例</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>訂閱</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>帳單</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>Monthly sheet</source>
        <translation>月度表</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>週期</translation>
    </message>
    <message>
        <source>Difference, %</source>
        <translation>相對差異</translation>
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
        <translation>只在「{first}」中出現的客戶</translation>
    </message>
    <message>
        <source>Customers that only “{second}” has</source>
        <translation>只在「{second}」中出現的客戶</translation>
    </message>
    <message>
        <source>The same amount a month apart</source>
        <translation>金額相同但相差一個月</translation>
    </message>
    <message>
        <source>Customers of both, other amounts</source>
        <translation>兩邊都有的客戶，金額不同</translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>As you said: {step} ({count} {count|cell|cells}).</source>
        <translation>已依要求：{step}（{count} 個儲存格）。</translation>
    </message>
    <message>
        <source>As you said: {step} ({count} {count|row|rows}).</source>
        <translation>已依要求：{step}（{count} 列）。</translation>
    </message>
    <message>
        <source>As you said: {step} ({count} {count|row was|rows were} dropped).</source>
        <translation>已依要求：{step}（去掉 {count} 列）。</translation>
    </message>
    <message>
        <source>A correction made before found nothing to do in this file: {step}.</source>
        <translation>以前的一項更正在這個檔案裡無事可做：{step}。</translation>
    </message>
    <message>
        <source>A correction made before does not fit this sheet and was left out: {step}.</source>
        <translation>以前的一項更正不適合這張表，已略過：{step}。</translation>
    </message>
    <message>
        <source>Look whether a column was renamed; correct it once more or drop the step.</source>
        <translation>請看看是否有欄改了名；再更正一次，或去掉這一步。</translation>
    </message>
    <message>
        <source>read as {table}</source>
        <translation>當作{table}讀取</translation>
    </message>
    <message>
        <source>header in row {rows}</source>
        <translation>標題列在第{rows}列</translation>
    </message>
    <message>
        <source>“{column}” has no role</source>
        <translation>「{column}」不對應任何欄位</translation>
    </message>
    <message>
        <source>“{column}” is {role}</source>
        <translation>「{column}」是{role}</translation>
    </message>
    <message>
        <source>row “{label}” is {kpi}</source>
        <translation>「{label}」列是{kpi}</translation>
    </message>
    <message>
        <source>“{column}” read as {type}</source>
        <translation>「{column}」以{type}讀取</translation>
    </message>
    <message>
        <source>“{column}” left out</source>
        <translation>不匯入「{column}」</translation>
    </message>
    <message>
        <source>rows “{label}” are totals</source>
        <translation>「{label}」列是合計</translation>
    </message>
    <message>
        <source>rows “{label}” are data</source>
        <translation>「{label}」列是資料</translation>
    </message>
    <message>
        <source>“{column}”: {values} becomes “{into}”</source>
        <translation>「{column}」：{values}改為「{into}」</translation>
    </message>
    <message>
        <source>rows left out where “{column}” {operator} {value}</source>
        <translation>去掉「{column}」 {operator} {value}的列</translation>
    </message>
    <message>
        <source>repeated rows are kept</source>
        <translation>保留重複的列</translation>
    </message>
    <message>
        <source>of repeated rows the last one is kept</source>
        <translation>重複的列只留最後一列</translation>
    </message>
    <message>
        <source>of repeated rows the first one is kept</source>
        <translation>重複的列只留第一列</translation>
    </message>
</context>
<context>
    <name>recognition</name>
    <message>
        <source>The header “{header}” reads as “{word}”.</source>
        <translation>欄標題「{header}」讀作「{word}」。</translation>
    </message>
    <message>
        <source>Its cells look unlike {type}.</source>
        <translation>儲存格內容不像{type}。</translation>
    </message>
    <message>
        <source>Typical of it: {columns}.</source>
        <translation>典型的欄：{columns}。</translation>
    </message>
    <message>
        <source>The name “{name}” says so.</source>
        <translation>名稱「{name}」如此表明。</translation>
    </message>
    <message>
        <source>Not found, although it is needed: {roles}.</source>
        <translation>需要但未找到：{roles}。</translation>
    </message>
    <message>
        <source>Its columns are not those of any business table.</source>
        <translation>其中的欄與任何業務資料表都不符。</translation>
    </message>
    <message>
        <source>Money comes in and goes out ({columns}): a bank statement or an account, not a list of sales.</source>
        <translation>錢有進有出（{columns}）：這是銀行往來明細或帳戶明細，不是銷售清單。</translation>
    </message>
    <message>
        <source>It names the month that each row sums up.</source>
        <translation>它註明每列彙總的是哪個月。</translation>
    </message>
    <message>
        <source>The same customers stand in one month after the other: each row holds for its month.</source>
        <translation>同樣的客戶逐月出現：每一列只對當月有效。</translation>
    </message>
    <message>
        <source>Its answers go from 0 to 10, as those to “would you recommend us?” do.</source>
        <translation>回答從 0 到 10，與「你會推薦我們嗎？」的回答一樣。</translation>
    </message>
    <message>
        <source>It is the output of a pivot table.</source>
        <translation>這是樞紐分析表的輸出。</translation>
    </message>
    <message>
        <source>“{quantity}” × “{price}” equals it in {percent}% of the rows looked at.</source>
        <translation>檢查過的列中有 {percent}% 等於「{quantity}」×「{price}」。</translation>
    </message>
    <message>
        <source>In {percent}% of the rows it is no more than “{other}”, as it should be.</source>
        <translation>在 {percent}% 的列中它不大於「{other}」，符合預期。</translation>
    </message>
    <message>
        <source>In {percent}% of the rows it is no less than “{other}”, as it should be.</source>
        <translation>在 {percent}% 的列中它不小於「{other}」，符合預期。</translation>
    </message>
    <message>
        <source>In {percent}% of the rows it is out of order with “{other}”: look at both.</source>
        <translation>在 {percent}% 的列中它與「{other}」的大小或先後不符：請檢查這兩欄。</translation>
    </message>
    <message>
        <source>Whole numbers beside the ids of a payment interface: cents, so they are divided by 100.</source>
        <translation>整數且旁邊是支付介面的編號：單位是分，因此除以 100。</translation>
    </message>
    <message>
        <source>“{said}”: amounts are multiplied by {factor}.</source>
        <translation>「{said}」：金額乘以 {factor}。</translation>
    </message>
    <message>
        <source>It goes with “{name}”.</source>
        <translation>它與「{name}」一一對應。</translation>
    </message>
    <message>
        <source>“{name}” names far more customers than it has values.</source>
        <translation>「{name}」列出的客戶遠多於它的取值。</translation>
    </message>
    <message>
        <source>It stays the same whatever the quantity: the price of one unit.</source>
        <translation>無論數量多少，它都不變：是單價。</translation>
    </message>
    <message>
        <source>It grows with the quantity of a product: what the whole line came to.</source>
        <translation>它隨商品數量增加：是整列的金額。</translation>
    </message>
    <message>
        <source>In this shop&apos;s reports the price of an item is that of its whole quantity.</source>
        <translation>在該商店的報表中，商品價格為其全部數量的金額。</translation>
    </message>
    <message>
        <source>A price beside a quantity: of one unit, as billing systems keep it.</source>
        <translation>數量旁的價格：依單價計，計費系統通常如此。</translation>
    </message>
    <message>
        <source>Of several amounts it is the one received in the end; the others: {columns}.</source>
        <translation>多個金額中，它是最終收到的金額；其他：{columns}。</translation>
    </message>
    <message>
        <source>Of several amounts it is the one in a single currency ({currency}).</source>
        <translation>多個金額中，它是只用一種貨幣（{currency}）的金額。</translation>
    </message>
    <message>
        <source>{percent}% of its values are keys of “{table}”.</source>
        <translation>其中 {percent}% 的值是「{table}」的編號。</translation>
    </message>
    <message>
        <source>{count|column is a month|columns are months}.</source>
        <translation>欄標題是月份。</translation>
    </message>
    <message>
        <source>It only repeats whether “{header}” is filled: kept as an attribute.</source>
        <translation>它只是重複「{header}」是否有內容：保留為屬性。</translation>
    </message>
    <message>
        <source>There is no quantity and no amount beside it.</source>
        <translation>旁邊沒有數量，也沒有金額。</translation>
    </message>
    <message>
        <source>Its words tell sales from refunds and payouts.</source>
        <translation>其中的詞區分了銷售、退款和提領。</translation>
    </message>
    <message>
        <source>“{header}” is without tax already, so this is not taken off it.</source>
        <translation>「{header}」已不含稅，因此不再扣除。</translation>
    </message>
    <message>
        <source>It is the only date of the table.</source>
        <translation>這是表中唯一的日期。</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation>由使用者指定。</translation>
    </message>
</context>
<context>
    <name>reconciling</name>
    <message>
        <source>{kpi} of {second} differs from {first}, which counts, in {n} of {of} periods; most in {period}: {share}</source>
        <translation>{second} 的{kpi}在 {of} 個週期中有 {n} 個與採用的 {first} 不一致；{period}相差最多：{share}</translation>
    </message>
    <message>
        <source>Reconcile them: the causes are listed by customer where both name them.</source>
        <translation>請核對：若兩個來源都列有客戶，會依客戶列出原因。</translation>
    </message>
    <message>
        <source>Counting from one source alone</source>
        <translation>正在依單一來源計算</translation>
    </message>
</context>
<context>
    <name>refreshing</name>
    <message>
        <source>Looking at changed files</source>
        <translation>正在查看改動的檔案</translation>
    </message>
    <message>
        <source>Reading {n} {n|table|tables} again</source>
        <translation>正在重新讀取{n}張表</translation>
    </message>
    <message>
        <source>Comparing the past</source>
        <translation>正在對比往期數值</translation>
    </message>
    <message>
        <source>{name} was not found in {file} any more and stays as it was.</source>
        <translation>{file}裡找不到{name}了，保持原樣。</translation>
    </message>
    <message>
        <source>Look whether the file, the sheet or its header changed; import it anew.</source>
        <translation>請看看檔案、工作表或標題列是否改過，然後重新匯入。</translation>
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
        <translation>總覽</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>全部數字</translation>
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
        <translation>{first}至{last}，資料截至{day}，{currency}，定義：{profile}</translation>
    </message>
    <message>
        <source>{first} to {last}, data to {day}, profile {profile}</source>
        <translation>{first}至{last}，資料截至{day}，定義：{profile}</translation>
    </message>
</context>
<context>
    <name>restatement</name>
    <message>
        <source>{kpi} changed in {n} closed {n|period|periods}; in {period} from {before} to {after}.</source>
        <translation>{kpi}在 {n} 個已結束的週期中有變動；{period}由 {before} 變為 {after}。</translation>
    </message>
    <message>
        <source>{table}: rows added {added}, removed {removed}, changed {changed}.</source>
        <translation>{table}：新增{added}列，刪除{removed}列，改動{changed}列。</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>There is no table to compute from</source>
        <translation>沒有可用來計算的資料表</translation>
    </message>
    <message>
        <source>Preparing the numbers</source>
        <translation>正在準備數字</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>正在計算</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Left out: no table found</source>
        <translation>未使用：沒有找到資料表</translation>
    </message>
    <message>
        <source>Left out: repeats another table</source>
        <translation>未使用：與另一資料表重複</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>Kept, nothing computed</source>
        <translation>保留，不計算</translation>
    </message>
    <message>
        <source>Segment by it</source>
        <translation>用於分群</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>No KPI</source>
        <translation>不是指標</translation>
    </message>
    <message>
        <source>{table} · {count} {rows|row|rows}</source>
        <translation>{table} · {count} 列</translation>
    </message>
    <message>
        <source>{field}, to segment by</source>
        <translation>{field}（用於分群）</translation>
    </message>
    <message>
        <source>{n} unreadable</source>
        <translation>{n} 個無法讀取</translation>
    </message>
    <message>
        <source>Perhaps not {table}: {percent} speaks for it.</source>
        <translation>未必是{table}：把握 {percent}。</translation>
    </message>
    <message>
        <source>Choose above what a row is, or leave the sheet out.</source>
        <translation>可在上方改選類型，或不匯入此表。</translation>
    </message>
    <message>
        <source>{n} {n|column is|columns are} not certain: {columns}.</source>
        <translation>{n} 欄未能確定：{columns}。</translation>
    </message>
    <message>
        <source>Choose in the list what each becomes.</source>
        <translation>可在清單中選擇各欄的含義。</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>請核對</translation>
    </message>
    <message>
        <source>You said so</source>
        <translation>已手動指定</translation>
    </message>
    <message>
        <source>Sure: {percent}</source>
        <translation>信心度：{percent}</translation>
    </message>
    <message>
        <source>Likely: {percent}</source>
        <translation>很可能：{percent}</translation>
    </message>
    <message>
        <source>A guess: {percent}</source>
        <translation>推測：{percent}</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Kept, not counted</source>
        <translation>保留，不計入</translation>
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
        <translation>月份，無年份</translation>
    </message>
    <message>
        <source>date, days from 1900</source>
        <translation>日期，自 1900 年的天數</translation>
    </message>
    <message>
        <source>date, days from 1904</source>
        <translation>日期，自 1904 年的天數</translation>
    </message>
    <message>
        <source>date, seconds from 1970</source>
        <translation>日期，自 1970 年的秒數</translation>
    </message>
    <message>
        <source>code</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小數逗號</translation>
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
        <translation>變動前 MRR</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 變動</translation>
    </message>
    <message>
        <source>MRR after</source>
        <translation>變動後 MRR</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Gross amount</source>
        <translation>總額</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
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
        <translation>擴展</translation>
    </message>
    <message>
        <source>contraction</source>
        <translation>收縮</translation>
    </message>
    <message>
        <source>churn</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>came from another segment</source>
        <translation>來自其他分群</translation>
    </message>
    <message>
        <source>went to another segment</source>
        <translation>轉入其他分群</translation>
    </message>
    <message>
        <source>moved between segments</source>
        <translation>在分群之間轉移</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>The desk must open before it closes</source>
        <translation>客服的開始時間必須早於結束時間</translation>
    </message>
    <message>
        <source>A number from {least} to {most} is wanted here</source>
        <translation>此處應填 {least} 到 {most} 之間的數字</translation>
    </message>
    <message>
        <source>A whole number is wanted here</source>
        <translation>此處應填整數</translation>
    </message>
    <message>
        <source>A time of the day is wanted here, such as 09:00</source>
        <translation>此處應填時間，例如 09:00</translation>
    </message>
    <message>
        <source>A day is wanted here, such as 2026-06-30</source>
        <translation>此處應填日期，例如 2026-06-30</translation>
    </message>
    <message>
        <source>Three letters are wanted here, such as EUR</source>
        <translation>此處應填三個字母，例如 EUR</translation>
    </message>
    <message>
        <source>A currency and its rate are wanted here, such as EUR 1.08, GBP 1.27</source>
        <translation>此處應填幣別及匯率，例如 EUR 1.08, GBP 1.27</translation>
    </message>
    <message>
        <source>found from the data</source>
        <translation>由資料判斷</translation>
    </message>
    <message>
        <source>Your own words, with commas between; ours stay</source>
        <translation>自己的用詞，以逗號分隔；內建用詞仍然有效</translation>
    </message>
    <message>
        <source>Money and time</source>
        <translation>金額與時間</translation>
    </message>
    <message>
        <source>Currency of all amounts</source>
        <translation>所有金額的幣別</translation>
    </message>
    <message>
        <source>the most common one</source>
        <translation>最常見的幣別</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>匯率</translation>
    </message>
    <message>
        <source>Units of that currency for one of another: EUR 1.08, GBP 1.27; from a month on: EUR 2026-03 1.10</source>
        <translation>一單位其他貨幣折合該貨幣的數額：EUR 1.08, GBP 1.27；自某月起：EUR 2026-03 1.10</translation>
    </message>
    <message>
        <source>The data reach to</source>
        <translation>資料截至</translation>
    </message>
    <message>
        <source>Periods that end later are not complete</source>
        <translation>此後才結束的週期視為不完整</translation>
    </message>
    <message>
        <source>The fiscal year starts in month</source>
        <translation>會計年度起始月份</translation>
    </message>
    <message>
        <source>1 is January. With 4, April 2025 to March 2026 is FY2026</source>
        <translation>1 為一月。填 4 時，2025年4月至2026年3月為 2026 會計年度</translation>
    </message>
    <message>
        <source>Customers and subscriptions</source>
        <translation>客戶與訂閱</translation>
    </message>
    <message>
        <source>A buyer stays a customer for, in days</source>
        <translation>買家維持客戶身分的天數</translation>
    </message>
    <message>
        <source>After the last order, where there are no subscriptions</source>
        <translation>沒有訂閱時，自最後一筆訂單起算</translation>
    </message>
    <message>
        <source>A pause that is not churn, in months</source>
        <translation>不算流失的中斷月數</translation>
    </message>
    <message>
        <source>Who pays again within it has never left</source>
        <translation>在此期間內再次付費的客戶不算離開</translation>
    </message>
    <message>
        <source>Count until the end of what is paid</source>
        <translation>計算到已付週期結束</translation>
    </message>
    <message>
        <source>The cancel date is the day of the request</source>
        <translation>取消日期是提出取消的日期</translation>
    </message>
    <message>
        <source>An unpaid invoice is past due after, in days</source>
        <translation>未付帳單逾期前的天數</translation>
    </message>
    <message>
        <source>Users of the product</source>
        <translation>產品使用者</translation>
    </message>
    <message>
        <source>Active is who does</source>
        <translation>做了以下事件即為活躍</translation>
    </message>
    <message>
        <source>Names of events, with commas between; empty: any event</source>
        <translation>事件名稱，以逗號分隔；留空表示任何事件</translation>
    </message>
    <message>
        <source>at least so many times a day</source>
        <translation>每天至少的次數</translation>
    </message>
    <message>
        <source>Each of these events is needed</source>
        <translation>需要其中每一個事件</translation>
    </message>
    <message>
        <source>Activated is who is active so soon, in days</source>
        <translation>視為已啟用的天數</translation>
    </message>
    <message>
        <source>After the sign-up</source>
        <translation>自註冊起算</translation>
    </message>
    <message>
        <source>A visit ends after a silence of, in minutes</source>
        <translation>無操作多少分鐘後造訪結束</translation>
    </message>
    <message>
        <source>Product qualified: features used</source>
        <translation>產品合格：用過的功能數</translation>
    </message>
    <message>
        <source>Product qualified: on so many days</source>
        <translation>產品合格：使用的天數</translation>
    </message>
    <message>
        <source>Product qualified: within so many days of the sign-up</source>
        <translation>產品合格：註冊後的天數以內</translation>
    </message>
    <message>
        <source>Marketing qualified lead (MQL)</source>
        <translation>行銷合格潛在客戶（MQL）</translation>
    </message>
    <message>
        <source>Conversation qualified lead (CQL)</source>
        <translation>對話合格潛在客戶（CQL）</translation>
    </message>
    <message>
        <source>Product qualified lead (PQL)</source>
        <translation>產品合格潛在客戶（PQL）</translation>
    </message>
    <message>
        <source>Sales qualified lead (SQL)</source>
        <translation>銷售合格潛在客戶（SQL）</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>Lead that became a customer</source>
        <translation>已成為客戶的潛在客戶</translation>
    </message>
    <message>
        <source>Deal won</source>
        <translation>贏單</translation>
    </message>
    <message>
        <source>Deal lost</source>
        <translation>輸單</translation>
    </message>
    <message>
        <source>Event of a sign-up</source>
        <translation>註冊事件</translation>
    </message>
    <message>
        <source>Event of a purchase</source>
        <translation>購買事件</translation>
    </message>
    <message>
        <source>What stages are called in your sheets</source>
        <translation>試算表中各階段的名稱</translation>
    </message>
    <message>
        <source>Channels and cost</source>
        <translation>通路與成本</translation>
    </message>
    <message>
        <source>Paid channels</source>
        <translation>付費通路</translation>
    </message>
    <message>
        <source>As the sheets write them, with commas between</source>
        <translation>依試算表中的寫法，以逗號分隔</translation>
    </message>
    <message>
        <source>those with spend</source>
        <translation>有花費的通路</translation>
    </message>
    <message>
        <source>Your own brands</source>
        <translation>自有品牌</translation>
    </message>
    <message>
        <source>Cost comes before the customer by, in months</source>
        <translation>成本早於獲客的月數</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>The desk opens at</source>
        <translation>客服開始時間</translation>
    </message>
    <message>
        <source>The desk closes at</source>
        <translation>客服結束時間</translation>
    </message>
    <message>
        <source>The desk is open on</source>
        <translation>客服工作日</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>Days with commas between: 2026-01-01, 2026-12-25</source>
        <translation>日期以逗號分隔：2026-01-01, 2026-12-25</translation>
    </message>
    <message>
        <source>Work on one ticket, in hours</source>
        <translation>每張工單的工時</translation>
    </message>
    <message>
        <source>Work of one agent a month, in hours</source>
        <translation>每位客服每月的工時</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>{text} is no month: rates by month are given like EUR 2024-03 1.08</source>
        <translation>「{text}」不是月份：每月的匯率請寫成 EUR 2024-03 1.08</translation>
    </message>
</context>
<context>
    <name>scenario</name>
    <message>
        <source>{target} has no value, whatever {driver} is</source>
        <translation>無論{driver}為何值，{target}都沒有數值</translation>
    </message>
    <message>
        <source>Something else that it is computed from is missing.</source>
        <translation>缺少計算它所需的其他資料。</translation>
    </message>
    <message>
        <source>“{text}” does not say which driver changes and how</source>
        <translation>「{text}」沒有說明變更哪個驅動因素、如何變更</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>寫法範例：{example}。</translation>
    </message>
    <message>
        <source>“{text}” is not a month to start from</source>
        <translation>「{text}」不是可以開始的月份</translation>
    </message>
    <message>
        <source>“{text}” is not a number of months</source>
        <translation>「{text}」不是月數</translation>
    </message>
    <message>
        <source>{driver}: “{text}” is not a change</source>
        <translation>{driver}：「{text}」不是有效的變更</translation>
    </message>
    <message>
        <source>Write {examples}.</source>
        <translation>可寫：{examples}。</translation>
    </message>
    <message>
        <source>{driver} is not a share, so it has no percents</source>
        <translation>{driver}不是比率，不能用百分比表示</translation>
    </message>
    <message>
        <source>Write +5% to raise it by a twentieth, or the amount itself.</source>
        <translation>寫 +5% 表示提高二十分之一，或直接寫數值。</translation>
    </message>
    <message>
        <source>There is no KPI called “{name}”</source>
        <translation>沒有名為「{name}」的指標</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>The catalogue lists all names.</source>
        <translation>指標目錄列出了全部名稱。</translation>
    </message>
    <message>
        <source>{driver} has no value at {period}, so it cannot be changed relative to it</source>
        <translation>{driver}在{period}沒有數值，無法依比例變更</translation>
    </message>
    <message>
        <source>that period</source>
        <translation>該週期</translation>
    </message>
    <message>
        <source>Give the value itself, e.g. {driver}=500.</source>
        <translation>可直接給出數值，例如 {driver}=500。</translation>
    </message>
    <message>
        <source>{driver} would be {value}; it lies between {low} and {high}</source>
        <translation>{driver}將為 {value}；應介於 {low} 與 {high} 之間</translation>
    </message>
    <message>
        <source>Five percent is written 5% or 0.05.</source>
        <translation>百分之五寫作 5% 或 0.05。</translation>
    </message>
    <message>
        <source>The data have no period to start from</source>
        <translation>資料中沒有可作為起點的週期</translation>
    </message>
    <message>
        <source>{period} is not among the periods of the data</source>
        <translation>{period}不在資料的週期之內</translation>
    </message>
    <message>
        <source>They reach from {first} to {last}.</source>
        <translation>資料的週期為{first}至{last}。</translation>
    </message>
    <message>
        <source>Every month ahead is like {period}</source>
        <translation>此後每月都與{period}相同</translation>
    </message>
    <message>
        <source>All else in every month ahead is like {period}</source>
        <translation>此後每月其餘各項與{period}相同</translation>
    </message>
    <message>
        <source>Without a churn rate, customers and MRR cannot be carried forward</source>
        <translation>沒有流失率，無法推算客戶數與 MRR</translation>
    </message>
    <message>
        <source>New customers and their cost by season ({n} {n|month|months} of history): {most} {high}, {fewest} {low}</source>
        <translation>新客戶及其獲客支出隨季節變化（依據 {n} 個月歷史）：{most} {high}，{fewest} {low}</translation>
    </message>
    <message>
        <source>Customers leave by their age, beyond {n} {n|month|months} as in the last year observed</source>
        <translation>客戶依在冊時長流失，超過 {n} 個月者依最近觀察到的一年</translation>
    </message>
    <message>
        <source>A path needs months; these figures are by {grain}</source>
        <translation>推算需要每月的資料；這些數字是每{grain}的</translation>
    </message>
    <message>
        <source>A path has 1 to {most} months, not {n}</source>
        <translation>推算可為 1 到 {most} 個月，不能為 {n} 個月</translation>
    </message>
    <message>
        <source>{driver}: “{text}” is not a range</source>
        <translation>{driver}：「{text}」不是區間</translation>
    </message>
    <message>
        <source>{driver} of {value} moves nothing that parts add up to</source>
        <translation>{value} 的 {driver} 不影響任何可由各部分相加的數</translation>
    </message>
    <message>
        <source>Change it for the whole business.</source>
        <translation>請對整體業務作變動。</translation>
    </message>
    <message>
        <source>There is no part {attribute} = {value} in the data</source>
        <translation>資料中沒有 {attribute} = {value} 這一部分</translation>
    </message>
    <message>
        <source>There is: {values}.</source>
        <translation>現有：{values}。</translation>
    </message>
    <message>
        <source>A simulation has 1 to {most} draws, not {n}</source>
        <translation>模擬次數應為 1 到 {most}，而不是 {n}</translation>
    </message>
    <message>
        <source>{driver} has no value to vary in a range</source>
        <translation>{driver} 沒有可在區間內變動的值</translation>
    </message>
    <message>
        <source>No drivers can move together like this: {pairs}</source>
        <translation>各驅動因素不可能同時這樣連動：{pairs}</translation>
    </message>
    <message>
        <source>Two that go with a third go with one another: bring one of the numbers nearer to 0.</source>
        <translation>兩個因素若都與第三個同向，彼此也必同向：請將其中一個數調近 0。</translation>
    </message>
    <message>
        <source>“{text}” does not say how two drivers move together</source>
        <translation>「{text}」不是連動係數</translation>
    </message>
    <message>
        <source>Write a number from −1 to 1, such as {examples}.</source>
        <translation>請寫 −1 至 1 之間的數，例如 {examples}。</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>{name} has no label in {language}.</source>
        <translation>{name} 沒有 {language} 的名稱。</translation>
    </message>
    <message>
        <source>{name} needs {role}, which is no role of it.</source>
        <translation>{name} 需要 {role}，但它沒有該欄位。</translation>
    </message>
    <message>
        <source>{name} has no header words.</source>
        <translation>{name} 沒有欄標題詞。</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>Starting</source>
        <translation>正在啟動</translation>
    </message>
    <message>
        <source>Keeping the settings</source>
        <translation>正在儲存設定</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Single letter keys</source>
        <translation>單字母快速鍵</translation>
    </message>
    <message>
        <source>G for grain, P for period and so on, outside text fields</source>
        <translation>在文字方塊之外，G 為時間粒度、P 為週期，等等</translation>
    </message>
    <message>
        <source>Read changed files again</source>
        <translation>自動重新讀取改動的檔案</translation>
    </message>
    <message>
        <source>As soon as they are saved; what that changes in the past is told</source>
        <translation>檔案一儲存就讀取，並告知往期數值的變化</translation>
    </message>
    <message>
        <source>Replace names of customers in exports</source>
        <translation>匯出時取代客戶名稱</translation>
    </message>
    <message>
        <source>In files, on paper and on the clipboard; the window shows them</source>
        <translation>用於檔案、列印稿和剪貼簿；視窗中仍顯示名稱</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>側邊欄</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的檔案</translation>
    </message>
    <message>
        <source>Periods seen</source>
        <translation>已看過的週期</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>導覽</translation>
    </message>
    <message>
        <source>Last folder</source>
        <translation>上次的資料夾</translation>
    </message>
    <message>
        <source>The setting {key} was not understood and is back to its default</source>
        <translation>無法辨識設定 {key}，已恢復預設值</translation>
    </message>
    <message>
        <source>The settings could not be read and are back to their defaults</source>
        <translation>無法讀取設定，已恢復預設值</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高對比（淺色）</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高對比（深色）</translation>
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
        <translation>原檔案已保留為 {name}。</translation>
    </message>
    <message>
        <source>How sheets were read before could not be read and is forgotten</source>
        <translation>以前記住的讀表方式無法讀取，已清空</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Awareness</source>
        <translation>認知</translation>
    </message>
    <message>
        <source>Acquisition</source>
        <translation>獲客</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>啟用</translation>
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
        <translation>推薦</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自訂</translation>
    </message>
</context>
<context>
    <name>studies</name>
    <message>
        <source>The data do not tell this</source>
        <translation>現有資料無法得出</translation>
    </message>
    <message>
        <source>Computing a study</source>
        <translation>正在計算圖表</translation>
    </message>
    <message>
        <source>Cohorts: customers kept</source>
        <translation>同類群組：客戶留存</translation>
    </message>
    <message>
        <source>Cohorts: revenue kept</source>
        <translation>同類群組：收入留存</translation>
    </message>
    <message>
        <source>Cohorts: users kept</source>
        <translation>同類群組：使用者留存</translation>
    </message>
    <message>
        <source>Cohort curves: customers kept</source>
        <translation>同類群組曲線：客戶留存</translation>
    </message>
    <message>
        <source>Survival of customers</source>
        <translation>客戶存活曲線</translation>
    </message>
    <message>
        <source>Funnel of a cohort</source>
        <translation>漏斗：依同類群組</translation>
    </message>
    <message>
        <source>Funnel by activity</source>
        <translation>漏斗：依活動</translation>
    </message>
    <message>
        <source>Funnel by segment</source>
        <translation>漏斗：依分群</translation>
    </message>
    <message>
        <source>MRR bridge, 12 periods</source>
        <translation>MRR 變動瀑布圖，12 期</translation>
    </message>
    <message>
        <source>MRR movements by period</source>
        <translation>各期 MRR 變動</translation>
    </message>
    <message>
        <source>Channels: cost and return</source>
        <translation>通路：成本與回報</translation>
    </message>
    <message>
        <source>Channels: CAC × LTV</source>
        <translation>通路：CAC × LTV</translation>
    </message>
    <message>
        <source>NPS: distribution of answers</source>
        <translation>淨推薦值：評分分布</translation>
    </message>
    <message>
        <source>CSAT: distribution of answers</source>
        <translation>CSAT：評分分布</translation>
    </message>
    <message>
        <source>CES: distribution of answers</source>
        <translation>CES：評分分布</translation>
    </message>
    <message>
        <source>NPS by release or group</source>
        <translation>淨推薦值：依版本或分群</translation>
    </message>
    <message>
        <source>Buyers: recency and frequency</source>
        <translation>買家：最近購買與頻次</translation>
    </message>
    <message>
        <source>Where most visits end at once</source>
        <translation>跳出最多的來源或頁面</translation>
    </message>
    <message>
        <source>Tickets and surges</source>
        <translation>工單量與激增</translation>
    </message>
    <message>
        <source>When tickets come in</source>
        <translation>工單何時到來</translation>
    </message>
    <message>
        <source>People busy by hour</source>
        <translation>各鐘點所需人手</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>How to fill</source>
        <translation>填寫說明</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄名</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>是否必填</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意義</translation>
    </message>
    <message>
        <source>Words to choose from</source>
        <translation>可選的詞</translation>
    </message>
    <message>
        <source>Write over the example rows, save the file, and drop it on the window.</source>
        <translation>用自己的資料覆蓋範例列，儲存檔案，再拖到視窗上。</translation>
    </message>
    <message>
        <source>Keep the names of the columns. Columns may stand in any order; leave out what you do not have, and add your own to split figures by them.</source>
        <translation>請保留欄名。欄的順序不限；沒有的欄可刪去，也可加入自己的欄，用於拆分指標。</translation>
    </message>
    <message>
        <source>A date, for instance 2026-01-31.</source>
        <translation>填寫日期，例如 2026-01-31。</translation>
    </message>
    <message>
        <source>The word is not in the list. Other words may not be understood.</source>
        <translation>該詞不在清單中，其他寫法可能無法辨識。</translation>
    </message>
    <message>
        <source>A number from {low} to {high}.</source>
        <translation>填寫 {low} 至 {high} 之間的數字。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>擇一填寫</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>amount of money</source>
        <translation>金額</translation>
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
        <translation>編號</translation>
    </message>
    <message>
        <source>Template: {table}</source>
        <translation>範本：{table}</translation>
    </message>
    <message>
        <source>Templates of all tables</source>
        <translation>全部資料表範本</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>Drop your sheets</source>
        <translation>拖入資料表</translation>
    </message>
    <message>
        <source>Spreadsheets or whole folders, anywhere on the window, as they are. Nothing leaves this computer. Next takes the sample company, so that there is something to look at.</source>
        <translation>試算表或整個資料夾，原樣拖到視窗任意位置。資料不會離開本機。按「下一步」會載入範例公司，便於瀏覽。</translation>
    </message>
    <message>
        <source>Your sheets</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>Drop more of them anywhere on the window at any time, as they are. Files that change are read again. Nothing leaves this computer.</source>
        <translation>隨時可把更多表格原樣拖到視窗任意位置。檔案有變動會重新讀取。資料不會離開本機。</translation>
    </message>
    <message>
        <source>See what was understood</source>
        <translation>查看辨識結果</translation>
    </message>
    <message>
        <source>What each table is, what each column became and why. Change a word and everything is computed anew; what cannot be read is listed with its place.</source>
        <translation>每張表是什麼、每欄對應什麼以及理由。更動任一處，全部指標隨即重算；無法讀取的內容會列出位置。</translation>
    </message>
    <message>
        <source>The board: what changed, then your figures</source>
        <translation>儀表板：先看變化，再看指標</translation>
    </message>
    <message>
        <source>Each sentence leads to its reason. Boards lists the others, ready ones and your own; Edit board adds cards, charts and tables, and moves them.</source>
        <translation>每句話都可追溯原因。「儀表板」列出現成的和自建的儀表板；「編輯儀表板」可加入和移動卡片、圖表與表格。</translation>
    </message>
    <message>
        <source>Why a figure moved</source>
        <translation>指標為何變動</translation>
    </message>
    <message>
        <source>Which drivers and which segments explain the change, when it began, and whether it is more than chance. The parts add up to the whole.</source>
        <translation>哪些驅動因素和哪些分群解釋了變化、何時開始、是否超出偶然波動。各部分之和等於總變化。</translation>
    </message>
    <message>
        <source>What if churn were half?</source>
        <translation>如果流失減半？</translation>
    </message>
    <message>
        <source>One press, or any driver by hand: LTV, CAC and the coming months follow at once. Violet is what is supposed; your data stay as they are.</source>
        <translation>一鍵減半，或手動調整任一驅動因素：LTV、CAC 和未來各月隨即更新。紫色表示假設，原始資料不變。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>帶走結果</translation>
    </message>
    <message>
        <source>Slides with charts that can be edited, a workbook with live formulas, PDF or pictures; next month the same report takes one press.</source>
        <translation>可編輯圖表的投影片、帶公式的活頁簿、PDF 或圖片；下個月一鍵即可產生同樣的報告。</translation>
    </message>
</context>
<context>
    <name>traffic</name>
    <message>
        <source>There are no visits here.</source>
        <translation>這裡沒有造訪。</translation>
    </message>
</context>
<context>
    <name>types</name>
    <message>
        <source>number or code</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>number</source>
        <translation>數字</translation>
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
        <translation>這裡既沒有問卷回答，也沒有工單</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>評分</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>評論</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未註明</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>依日</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>依週</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>依月</translation>
    </message>
    <message>
        <source>Surge: {value} tickets on {period}, usually {usual}.</source>
        <translation>激增：{period}有 {value} 張工單，平常為 {usual} 張。</translation>
    </message>
    <message>
        <source>There are no tickets here.</source>
        <translation>這裡沒有工單。</translation>
    </message>
    <message>
        <source>There are no survey answers here.</source>
        <translation>這裡沒有問卷回答。</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>Preparing the numbers</source>
        <translation>正在準備數字</translation>
    </message>
    <message>
        <source>Computing the key figures</source>
        <translation>正在計算關鍵指標</translation>
    </message>
</context>
<context>
    <name>whatif</name>
    <message>
        <source>{n} {n|month|months}</source>
        <translation>{n} 個月</translation>
    </message>
    <message>
        <source>{kpi} in {n} {n|month|months}</source>
        <translation>{n} 個月後的{kpi}</translation>
    </message>
    <message>
        <source>if months are like {period}</source>
        <translation>若每月都與{period}相同</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>follows {leaders}</source>
        <translation>隨{leaders}變動</translation>
    </message>
    <message>
        <source>Baseline: {value} in {period}; {mean} on average over the last {n}.</source>
        <translation>基準：{period}為 {value}；最近 {n} 期平均 {mean}。</translation>
    </message>
    <message>
        <source>lies between {low} and {high}</source>
        <translation>須在 {low} 至 {high} 之間</translation>
    </message>
    <message>
        <source>“{text}” is no value, factor or percent</source>
        <translation>「{text}」不是數值、倍數或百分比</translation>
    </message>
    <message>
        <source>Looking at parts of the business</source>
        <translation>正在檢視業務的各個部分</translation>
    </message>
    <message>
        <source>Drawing scenarios</source>
        <translation>正在模擬情境</translation>
    </message>
    <message>
        <source>Drivers in their ranges:</source>
        <translation>驅動因素的區間：</translation>
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
        <translation>全部客戶</translation>
    </message>
    <message>
        <source>{n} draws, seed {seed}</source>
        <translation>{n} 次模擬，種子 {seed}</translation>
    </message>
    <message>
        <source>drivers move together as their histories did, most {one} and {other} ({strength})</source>
        <translation>驅動因素依歷史共同變動，其中{one}與{other}關聯最強（{strength}）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Drawing the band of the baseline</source>
        <translation>正在計算基準區間</translation>
    </message>
    <message>
        <source>Payback curve</source>
        <translation>回本曲線</translation>
    </message>
    <message>
        <source>Seeking the goal</source>
        <translation>正在求解目標</translation>
    </message>
    <message>
        <source>Looking for drivers</source>
        <translation>正在尋找驅動因素</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message>
        <source>{name} has no value in both periods.</source>
        <translation>{name} 在兩個時期中至少有一個沒有數值。</translation>
    </message>
    <message>
        <source>{name} is {after} in {last}, as in {first}.</source>
        <translation>{last}{name} 為 {after}，與{first}相同。</translation>
    </message>
    <message>
        <source>{name} is {after} in {last}, nearly as in {first}: {change}.</source>
        <translation>{name}在{last}為 {after}，與{first}幾乎相同：{change}。</translation>
    </message>
    <message>
        <source>{name} went from {before} in {first} to {after} in {last}: {change}.</source>
        <translation>{name} 從{first}的 {before} 變為{last}的 {after}：{change}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} in {first} to {after} in {last}: {change}.</source>
        <translation>{name} 從{first}的 {before} 升至{last}的 {after}：{change}。</translation>
    </message>
    <message>
        <source>{name} fell from {before} in {first} to {after} in {last}: {change}.</source>
        <translation>{name} 從{first}的 {before} 降至{last}的 {after}：{change}。</translation>
    </message>
    <message>
        <source>about {day} ({low} to {high})</source>
        <translation>{day}前後（{low}至{high}）</translation>
    </message>
    <message>
        <source>about {day} ({low} to {high} with 95% confidence)</source>
        <translation>{day}前後（95% 信賴區間為{low}至{high}）</translation>
    </message>
    <message>
        <source>Since {period}, {driver} in {segment} is {after} on average instead of {before}: that explains {part} of {change} (means of up to a year before and since).</source>
        <translation>自{period}起，{segment}的{driver}平均由 {before} 變為 {after}：貢獻 {part}（合計 {change}，取前後各至多一年的平均）。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} is {after} on average instead of {before}: that explains {part} of {change} (means of up to a year before and since).</source>
        <translation>自{period}起，{driver}平均由 {before} 變為 {after}：貢獻 {part}（合計 {change}，取前後各至多一年的平均）。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} in {segment} is {after} a month on average instead of {before}: that explains {part} of {change} in what {name} moves a month.</source>
        <translation>自{period}起，{segment}的{driver}平均每月由 {before} 變為 {after}：在{name}每月變動的改變 {change} 中貢獻 {part}。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} is {after} a month on average instead of {before}: that explains {part} of {change} in what {name} moves a month.</source>
        <translation>自{period}起，{driver}平均每月由 {before} 變為 {after}：在{name}每月變動的改變 {change} 中貢獻 {part}。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} in {segment} is {after} on average instead of {before}: that is {part} of {change} in all.</source>
        <translation>自{period}起，{segment}的{driver}平均由 {before} 變為 {after}：占合計 {change} 中的 {part}。</translation>
    </message>
    <message>
        <source>Since {period}, {driver} is {after} on average instead of {before}.</source>
        <translation>自{period}起，{driver}平均由 {before} 變為 {after}。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}.</source>
        <translation>通常變動 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>Too few earlier changes are known to say whether that is more than noise.</source>
        <translation>已知的以往變化太少，無法判斷這是否超出雜訊。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is less than usual.</source>
        <translation>通常變動 {low} 至 {high}：這次小於平常。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is below that, but not by enough to be sure.</source>
        <translation>通常變動 {low} 至 {high}：這次低於此範圍，但相差不足以確定。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is above that, but not by enough to be sure.</source>
        <translation>通常變動 {low} 至 {high}：這次高於此範圍，但相差不足以確定。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this may be noise.</source>
        <translation>平常的變動在 {low} 與 {high} 之間：這次可能是雜訊。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is as usual.</source>
        <translation>通常變動 {low} 至 {high}：這次與往常一樣。</translation>
    </message>
    <message>
        <source>It usually moves by {low} to {high}: this is more than noise.</source>
        <translation>平常的變動在 {low} 與 {high} 之間：這次超出了雜訊。</translation>
    </message>
    <message>
        <source>The 95% interval of the change holds 0: chance alone may explain it.</source>
        <translation>變化的 95% 區間包含 0：可能只是偶然。</translation>
    </message>
    <message>
        <source>{name} explains {part} of {change}.</source>
        <translation>{name} 貢獻 {part}（合計 {change}）。</translation>
    </message>
    <message>
        <source>Next: {drivers_said}.</source>
        <translation>其次：{drivers_said}。</translation>
    </message>
    <message>
        <source>Of this, {name} in {segment} alone makes {part}.</source>
        <translation>其中僅{segment}的{name}就占 {part}。</translation>
    </message>
    <message>
        <source>The same {change}, by what moved it in each segment: {segment} moved most, {part}.</source>
        <translation>同樣的 {change}，依各分群內推動它的因素拆分：{segment} 變動最大，為 {part}。</translation>
    </message>
    <message>
        <source>The same {change}, split by each segment&apos;s own {name}: {segment} moved most, {part}.</source>
        <translation>同樣的 {change}，若依各分群自身的{name}拆分：{segment} 變動最大，為 {part}。</translation>
    </message>
    <message>
        <source>The same {change}, split by each segment&apos;s own {name}: {segment} moved most, {part}, of it {rate} by its own figure, {mix} by its share.</source>
        <translation>同樣的 {change}，若依各分群自身的{name}拆分：{segment} 變動最大，為 {part}，其中自身數值貢獻 {rate}，占比變化貢獻 {mix}。</translation>
    </message>
    <message>
        <source>Largest customers that moved in MRR: {names}.</source>
        <translation>MRR 變動最大的客戶：{names}。</translation>
    </message>
    <message>
        <source>In the same time, {period}: {note}.</source>
        <translation>同一時期（{period}）：{note}。</translation>
    </message>
    <message>
        <source>its target</source>
        <translation>目標值</translation>
    </message>
    <message>
        <source>what the field calls good</source>
        <translation>業界的良好水準</translation>
    </message>
    <message>
        <source>the next step of the field&apos;s scale</source>
        <translation>業界標尺的下一級</translation>
    </message>
    <message>
        <source>what it was before</source>
        <translation>先前的水準</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驅動因素</translation>
    </message>
    <message>
        <source>Not told by segments</source>
        <translation>分群未能解釋</translation>
    </message>
    <message>
        <source>By {attribute}</source>
        <translation>依{attribute}</translation>
    </message>
    <message>
        <source>Not told by drivers</source>
        <translation>驅動因素未能解釋</translation>
    </message>
    <message>
        <source>What each driver did</source>
        <translation>各驅動因素的貢獻</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>貢獻</translation>
    </message>
    <message>
        <source>Own figure</source>
        <translation>自身數值</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比變化</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Change of MRR</source>
        <translation>MRR 變動</translation>
    </message>
    <message>
        <source>show its rows in the files</source>
        <translation>查看檔案中的對應列</translation>
    </message>
    <message>
        <source>No figure has values in two periods that have ended</source>
        <translation>沒有指標在兩個已結束的時期都有數值</translation>
    </message>
    <message>
        <source>{kpi} has no values in two periods that have ended</source>
        <translation>{kpi} 沒有兩個已結束週期的數值</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>變化內容</translation>
    </message>
    <message>
        <source>Mean up to a year before → after</source>
        <translation>此前 → 此後（至多一年的平均值）</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>New here? Six short steps show the way through the window.</source>
        <translation>初次使用？六步導覽帶你熟悉視窗。</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>開始導覽</translation>
    </message>
    <message>
        <source>Unsaved work from the last time was kept: {name}</source>
        <translation>已保留上次未儲存的內容：{name}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>{n} more files hold no table that can be read: {names}</source>
        <translation>另有 {n} 個檔案沒有可讀取的表：{names}</translation>
    </message>
    <message>
        <source>There is no sheet or table in it.</source>
        <translation>其中沒有工作表或資料表。</translation>
    </message>
    <message>
        <source>Drop spreadsheets, or folders that hold some.</source>
        <translation>請拖入試算表，或含有試算表的資料夾。</translation>
    </message>
    <message>
        <source>Imported {n} {n|table|tables}.</source>
        <translation>已匯入 {n} 個資料表。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Computing the key figures</source>
        <translation>正在計算關鍵指標</translation>
    </message>
    <message>
        <source>Open it in its program, save it as XLSX or CSV, and import that.</source>
        <translation>用原程式開啟，另存為 XLSX 或 CSV 後再匯入。</translation>
    </message>
    <message>
        <source>{n} {n|file has|files have} changed since it was read: {names}</source>
        <translation>{n} 個檔案在讀取後有改動：{names}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>檢視變動</translation>
    </message>
    <message>
        <source>Read again: no figure of the past changed.</source>
        <translation>已重新讀取：歷史數值沒有變化。</translation>
    </message>
    <message>
        <source>Read again: {n} past {n|figure|figures} changed.</source>
        <translation>已重新讀取：{n} 個歷史數值有變動。</translation>
    </message>
</context>
<context>
    <name>wiring</name>
    <message>
        <source>Loading the charts</source>
        <translation>正在載入圖表</translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>無法讀取「{file}」：{reason}</translation>
    </message>
    <message>
        <source>{file} is not a sound KPI Desk workspace ({place}).</source>
        <translation>「{file}」不是完好的 KPI Desk 工作區檔案（{place}）。</translation>
    </message>
    <message>
        <source>Open the copy beside it that ends in .bak, if there is one.</source>
        <translation>如果旁邊有以 .bak 結尾的副本，可開啟它。</translation>
    </message>
    <message>
        <source>This workspace was saved by a newer version of KPI Desk</source>
        <translation>此工作區由較新版本的 KPI Desk 儲存</translation>
    </message>
    <message>
        <source>Update KPI Desk to open it; the file was left as it is.</source>
        <translation>更新 KPI Desk 後即可開啟；檔案維持原樣。</translation>
    </message>
    <message>
        <source>The workspace has format {format}, which is unknown</source>
        <translation>工作區的格式 {format} 未知</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}</source>
        <translation>無法儲存「{file}」：{reason}</translation>
    </message>
    <message>
        <source>There is no folder {folder}: create it, or save elsewhere.</source>
        <translation>資料夾「{folder}」不存在：請新增它，或儲存到別處。</translation>
    </message>
    <message>
        <source>The file that was there is untouched. You may not write in {folder}: save it elsewhere.</source>
        <translation>原來的檔案未被更動。沒有寫入「{folder}」的權限：請儲存到別處。</translation>
    </message>
    <message>
        <source>The file that was there is untouched. Free some space or save it elsewhere.</source>
        <translation>原有檔案未受影響。可釋出空間，或儲存到其他位置。</translation>
    </message>
</context>
</TS>
