"""Painted widgets, one kind per module. Colours, type and icons come from tokens at the moment of painting.

labels.plain_label(text, role="BODY" Role, ink="ink1", wrap=False) -> Label      every text label; PlainText always
labels.ElidedLabel(text, role, ink)            may shrink to nothing; elides; the full text is its tooltip
labels.set_tip(widget, text)                   a tooltip that never reads markup
button.Button(text, kind="secondary", icon="", height=32)   kinds primary secondary ghost violet danger link; clicked
card.Card()                                    rounded surface with .body (padding 16 x 12); set_dashed(bool)
card.Tile(title)                               set_texts(title, subtitle, foot); .head, .content; add_menu(tip)
kpi_card.KpiCard()                             set_card(charts.card.Card); clicked, link_clicked
chip.Chip()                                    set_texts(label, value), set_kind("value" "filter" "more" "add"
                                               "scenario"); clicked, removed
chip.Badge(text, tone)                         small soft plate: tone plain good bad warn accent scenario
popover.Popover(anchor)                        floating plate inside the window; open_below(anchor); closed
popover.ChoiceList(...)                        choose(anchor, choices, current, chosen, search=True) -> Popover
segmented.Segmented([(key, text)])             set_current(key); chosen = Signal(str)
sidebar_item.SidebarItem(text, icon)           set_badge(n, is_warning), set_compact(bool); clicked
slider_row.SliderRow()                         set_driver(DriverView); moved settled entered reset_asked
notice_bar.NoticeBar()                         show_notices(tuple[NoticeView, ...]); acted(int, int), dismissed(int)
job_area.JobArea()                             set_jobs(tuple[JobView, ...]); cancel_asked(object)
empty_state.EmptyState()                       set_texts(icon, sentence, need); set_actions(primary, link)
drop_zone.DropZone(), drop_zone.DropPlate()    drop target with a button; edge and plate over a whole window
data_table.DataTable()                         set_table(TableView): columns, rows, total; row_activated(int)
search_box.TextBox, search_box.SearchBox       line edits in a painted frame
flow.Flow()                                    a layout that wraps chips
scroll.PageScroll()                            a page's content: .body, add_row((tile, columns), …)
painting                                       rounded plate, focus ring, delta triangle, elide
"""
