"""Intervals, surveys, web, pipeline and referral: counts of rows, answered as their sources print it."""

from collections.abc import Sequence

import numpy as np

from kpidesk.metrics.intervals import wilson
from kpidesk.session.selfchecks.case import Answer, Bench, Case, Files


def answers(*scores: tuple[int, int]) -> Files:
    """A survey: how many gave which score."""
    rows = [score for score, count in scores for _ in range(count)]
    return {"nps_survey.csv": "response_id,response_date,nps_score\n" + "".join(
        f"R{number:04},2024-01-{number % 28 + 1:02},{score}\n" for number, score in enumerate(rows))}  # fmt: skip


def leads(*months: tuple[str, int]) -> Files:
    """Qualified leads: how many in which month."""
    rows = [f"{month}-{number % 28 + 1:02}" for month, count in months for number in range(count)]
    return {"leads.csv": "lead_id,created_date,mql_date,channel\n" + "".join(
        f"L{number:05},{day},{day},Search\n" for number, day in enumerate(rows))}  # fmt: skip


ADS: Files = {
    "ads.csv": "date,campaign,impressions,clicks,cost\n2024-01-10,Spring,1000,5,50\n2024-01-20,Summer,1000,7,70\n"
}
ENGAGED: Files = {
    "ga4.csv": "date,channel,sessions,engaged_sessions,users\n"
    "2024-01-10,Organic,600,500,500\n2024-01-11,Paid,400,340,300\n"
}
DURATIONS: Files = {
    "web_traffic.csv": "date,channel,sessions,users,avg_session_duration\n"
    "2024-01-10,A,1,1,15\n2024-01-11,B,1,1,20\n2024-01-12,C,1,1,70\n"
}
VISITORS: Files = {
    "web_traffic.csv": "date,channel,sessions,users,avg_session_duration\n"
    "2024-01-10,A,10,6,600\n2024-01-11,B,5,4,1200\n"
}
SIGNED_UP: Files = {"monthly.csv": "month,sessions,signups\n2024-01,10000,1000\n2024-02,10000,1000\n"}
REFERRALS: Files = {
    "customers.csv": "customer_id,signup_date,country\n"
    + "".join(f"C{number:03},2024-01-{number % 28 + 1:02},{'DE' if number % 2 else 'FR'}\n" for number in range(100)),
    "referrals.csv": "referrer_id,invited_date,invitee_id,accepted_date\n"
    + "".join(
        f"C{number:03},2024-01-{number % 28 + 1:02},N{number:03},{'2024-01-30' if number < 50 else ''}\n"
        for number in range(100)
    ),
}


def _wilson(pairs: Sequence[tuple[int, int]]) -> Answer:
    low, high = wilson(np.array([k for k, _ in pairs], float), np.array([n for _, n in pairs], float))
    return tuple(float(end) for both in zip(low, high, strict=True) for end in both)


def _next_round(bench: Bench) -> Answer:
    further = bench.value(REFERRALS, "viral_coefficient", "2024-01")
    return None if further is None else 100 * (1 + further)


CASES: tuple[Case, ...] = (
    Case("acceptance-33", "Newcombe 1998", (0.2553, 0.3662, 0.0624, 0.1605, 0.0, 0.1611, 0.0061, 0.1718),
         lambda _: _wilson(((81, 263), (15, 148), (0, 20), (1, 29))), 0.00005),
    Case("acceptance-35", "MeasuringU (derived)", (30.0, 14.05, 44.20),
         lambda b: b.interval(answers((10, 50), (8, 30), (4, 20)), "nps"), 0.005),
    Case("acceptance-38", "Google Analytics help", 0.16, lambda b: b.value(ENGAGED, "bounce_rate")),
    Case("acceptance-39", "AdSense 32720 (derived)", (0.005, 0.007, 0.006),
         lambda b: b.by(ADS, "ctr", "campaign", ("Spring", "Summer", None))),
    Case("acceptance-47-sign-ups", "derived", 0.10, lambda b: b.value(SIGNED_UP, "visit_to_signup_rate", "2024-01")),
    Case("kpis-lvr", "founding documents", 0.10,
         lambda b: b.value(leads(("2024-01", 1000), ("2024-02", 1100)), "lead_velocity_rate", "2024-02")),
    Case("kpis-nps", "founding documents", 50.0, lambda b: b.value(answers((9, 70), (7, 10), (3, 20)), "nps")),
    Case("kpis-session-duration", "founding documents", (105.0, 35.0),
         lambda b: (b.value(DURATIONS, "session_seconds"), b.value(DURATIONS, "avg_session_duration"))),
    Case("kpis-time-on-site", "founding documents", 20 * 60.0,
         lambda b: b.value(VISITORS, "avg_time_on_site_per_user"), 1e-6),
    Case("kpis-viral", "founding documents", 150.0, _next_round),
)  # fmt: skip
