"""The shipped catalogue: complete, by its own rules, with the ids that are promised."""

import re
from pathlib import Path

import pytest
from kpidesk.core.findings import Level
from kpidesk.core.name_search import Answer, name_hit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import CatalogueError, load_catalogue, read_definitions
from kpidesk.metrics.catalogue_rules import check, check_folder
from kpidesk.metrics.report import catalogue_report
from kpidesk.schema.loader import load_schema

PROMISED = frozenset(
    """
    mrr arr new_mrr expansion_mrr contraction_mrr churned_mrr reactivation_mrr net_new_mrr active_customers
    new_customers churned_customers customer_churn_rate retention_rate revenue_churn_rate
    net_revenue_churn_rate nrr grr quick_ratio arpa arpu ltv cac ltv_cac cac_payback_months revenue
    revenue_growth_mom revenue_growth_yoy aov repeat_purchase_rate ctr cpc nps csat avg_first_response_hours
    lead_velocity_rate sessions unique_visitors pageviews pages_per_session avg_session_duration
    avg_time_on_site_per_user sessions_per_user bounce_rate new_visitor_share returning_visitor_share
    impressions reach ad_spend ad_ctr cpm contacts_created leads_created mqls sqls opportunities
    visit_to_lead_rate lead_to_customer_rate win_rate avg_deal_size avg_deal_cycle_days social_shares
    social_likes social_comments social_engagement_rate email_open_rate email_ctr email_click_to_open
    email_unsubscribe_rate conversions ad_conversion_rate cost_per_conversion roas cac_paid signups
    visit_to_signup_rate lead_to_signup_rate customer_lifetime_months dau wau mau stickiness
    purchase_frequency transactions ticket_volume feedback_growth_rate avg_resolution_hours ces arppu arpa_new
    arpa_existing gross_margin clv_per_capex refund_rate invites_sent invite_conversion_rate viral_coefficient
    referred_share churned_share starting_customers cost_of_revenue capex sales_cost marketing_cost
    traffic_share avg_time_on_page content_downloads cqls pqls channel_roi renewal_rate renewal_rate_amount
    cxi cltv clv_predicted activation_rate time_to_active_days sessions_to_conversion days_between_purchases
    support_staff_needed signup_to_pql_rate influencer_engagement_rate influencer_share_of_voice
    influencer_cpe
    """.split()  # noqa: SIM905
)


def a_catalogue(tmp_path: Path, *entries: str) -> Path:
    (tmp_path / "family.toml").write_text("\n\n".join(entries), encoding="utf-8")
    return tmp_path


REPORT = catalogue_report(load_catalogue(), load_schema())


def entry(section: str, unit: str, **more: str) -> str:
    texts = '{ en = "A.", zh_Hans = "甲。", zh_Hant = "甲。" }'
    lines = [f"[{section}]", f'unit = "{unit}"']
    given = {"label": texts, "help": texts, "kind": '"flow"', "stage": '"revenue"', "source": '"+"'} | more
    return "\n".join([*lines, *(f"{key} = {value}" for key, value in given.items())])


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_every_promised_kpi_is_there(name):
    assert name in load_catalogue()


def test_the_shipped_catalogue_breaks_no_rule():
    assert [str(finding.message) for finding in check(load_catalogue())] == []


def test_names_needed_of_the_schema_exist():
    schema = pytest.importorskip("kpidesk.schema.loader").load_schema()
    findings = check_folder(schema=schema)
    assert [f"{finding.where} {finding.message}" for finding in findings] == []


def test_evaluation_order_puts_what_is_read_first():
    catalogue = load_catalogue()
    place = {name: at for at, name in enumerate(catalogue.order)}
    assert all(place[ref] < place[name] for name in place for ref in catalogue.inputs(name))


def test_dependents_of_churn_hold_ltv_and_not_cac():
    dependents = load_catalogue().dependents("customer_churn_rate")
    assert {"ltv", "ltv_cac", "retention_rate", "customer_lifetime_months"} <= set(dependents)
    assert not {"cac", "cac_payback_months", "mrr"} & set(dependents)
    assert dependents.index("ltv") < dependents.index("ltv_cac")


def test_leaves_of_a_ratio_are_what_is_measured():
    assert set(load_catalogue().leaves("arpa")) == {"mrr", "active_customers"}


@pytest.mark.parametrize("definition", read_definitions(), ids=lambda definition: definition.name)
def test_texts_are_whole_and_chinese_is_chinese(definition):
    assert set(definition.labels) == {"en", "zh_Hans", "zh_Hant"}
    assert definition.help["en"].endswith(".")
    for language in ("zh_Hans", "zh_Hant"):
        assert definition.help[language].endswith("。")
        assert re.search(r"[\u4e00-\u9fff]", definition.help[language])
    assert not re.search(
        r"[们这应时个数据设计网络链载状频润]", definition.help["zh_Hant"] + definition.labels["zh_Hant"]
    )


def test_money_plus_customers_is_a_blocker_at_its_line(tmp_path):
    folder = a_catalogue(
        tmp_path,
        entry("measure.mrr", "money"),
        entry("measure.heads", "customer"),
        entry("metric.sum", "money", formula='"mrr + heads"'),
    )
    (finding,) = [found for found in check_folder(folder) if found.code == "catalogue.unit"]
    assert finding.level is Level.BLOCKER
    assert str(finding.where) == "family.toml:17"


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([entry("measure.a", "money"), entry("metric.a", "money", formula='"1"')], "catalogue.name_taken"),
        ([entry("measure.first", "money")], "catalogue.name_taken"),
        ([entry("metric.a", "money", formula='"b"')], "catalogue.unknown_name"),
        ([entry("metric.a", "customer", ripens='"activation"')], "catalogue.unknown_name"),
        ([entry("metric.a", "money", lag_rule='"cac_lag"')], "catalogue.unknown_name"),
        ([entry("metric.a", "ratio", formula='"b"'), entry("metric.b", "ratio", formula='"a"')], "catalogue.circle"),
        (
            [entry("measure.a", "money"), entry("metric.b", "customer", formula='"a * 2"')],
            "catalogue.unit",
        ),
        (
            [entry("measure.a", "share", kind='"ratio"', measures='[{ from = "spend", aggregate = "sum", of = "x" }]')],
            "catalogue.average_of_ratio",
        ),
        (
            [entry("measure.a", "money", kind='"stock"', measures='[{ from = "spend", aggregate = "sum", of = "x" }]')],
            "catalogue.average_of_ratio",
        ),
        (
            [entry("measure.a", "money"), entry("metric.b", "ratio", formula='"a / previous(a)"')],
            "catalogue.lag",
        ),
        ([entry("measure.a", "money", help='{ en = "A." }')], "catalogue.text"),
        ([entry("metric.a", "ratio", formula='"1"', interval='"quotient"')], "catalogue.incomplete"),
    ],
)
def test_each_rule_sees_its_mistake(tmp_path, entries, code):
    assert code in {finding.code for finding in check_folder(a_catalogue(tmp_path, *entries))}


@pytest.mark.parametrize(
    "text",
    [
        "[metric.a]\nunit = 3",
        entry("measure.a", "money / / x y!"),
        entry("metric.a", "ratio", formula='"1 +"'),
        entry("nonsense.a", "ratio"),
        entry("measure.a", "money", measures='[{ from = "spend", aggregate = "sum", off = "x" }]'),
        entry("measure.a", "money", measures='[{ from = "spend", aggregate = "sum", where = "x ~ 3" }]'),
    ],
)
def test_an_entry_that_cannot_be_read_names_file_and_line(tmp_path, text):
    with pytest.raises(CatalogueError, match=r"family\.toml:\d+"):
        Catalogue.of(read_definitions(a_catalogue(tmp_path, text)))


def test_the_report_has_the_promised_shape():
    report = catalogue_report(load_catalogue())
    kpis = {each["id"]: each for each in report["kpis"]}
    ltv = kpis["ltv"]
    assert ltv["names"]["zh_Hans"] == "客户生命周期价值"
    assert ltv["unit"] == "money"
    assert ltv["formula"] == "arpa * gross_margin / monthly(customer_churn_rate)"
    assert {"kind", "good", "needs", "source", "stage", "help"} <= set(ltv)
    assert "period_days" not in kpis


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_a_promised_kpi_is_described_whole(name):
    """Names and help in three languages, unit, bands with their source, interval or why none, and what may split it."""
    (entry,) = (each for each in REPORT["kpis"] if each["id"] == name)
    for key in ("names", "helps"):
        assert set(entry[key]) == {"en", "zh_Hans", "zh_Hant"}
    assert entry["unit"]
    is_given = all(need.startswith("monthly_metrics.") for need in entry["needs"])
    assert entry["formula"] or load_catalogue().get(name).measures or is_given
    assert all(band["source"] and set(band["label"]) == {"en", "zh_Hans", "zh_Hant"} for band in entry["bands"])
    assert bool(entry["interval"]) != bool(entry["no_interval"])
    assert entry["segments"] or is_given, name


def test_what_compares_start_and_end_is_as_good_as_what_sums_the_months():
    catalogue = load_catalogue()
    twins = {
        name: name.removesuffix("_start_to_end") for name in catalogue.definitions if name.endswith("_start_to_end")
    }
    assert len(twins) > 1
    assert all(catalogue.get(twin).good == catalogue.get(plain).good for twin, plain in twins.items())


@pytest.mark.parametrize(
    ("typed", "name"), [("线索生成率", "lead_velocity_rate"), ("反馈增长率", "feedback_growth_rate")]
)
def test_a_kpi_is_found_by_its_former_name(typed, name):
    found = load_catalogue().get(name)
    hit = name_hit(typed, found.label("zh_Hans"), found.names)
    assert hit is not None
    assert hit.answer is Answer.WHOLE
    assert typed in load_schema().tables["monthly_metrics"].roles[name].headers
