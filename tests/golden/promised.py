"""The ids that the KPI catalogue promises, and by what tables a company can be asked for each."""

PROMISED = tuple(
    """
    sessions unique_visitors traffic_share pageviews pages_per_session avg_session_duration avg_time_on_page
    avg_time_on_site_per_user sessions_per_user bounce_rate new_visitor_share returning_visitor_share
    content_downloads impressions reach ctr ad_spend ad_ctr cpc cpm influencer_engagement_rate
    influencer_share_of_voice influencer_cpe contacts_created leads_created mqls sqls cqls pqls opportunities
    visit_to_lead_rate funnel lead_to_customer_rate lead_velocity_rate win_rate avg_deal_size avg_deal_cycle_days
    social_shares social_likes social_comments social_engagement_rate email_open_rate email_ctr email_click_to_open
    email_unsubscribe_rate conversions ad_conversion_rate cost_per_conversion roas new_customers cac cac_paid
    channel_roi signups visit_to_signup_rate lead_to_signup_rate signup_to_pql_rate activation_rate
    time_to_active_days sessions_to_conversion active_customers retention_rate customer_churn_rate churned_customers
    customer_lifetime_months revenue_churn_rate net_revenue_churn_rate grr nrr renewal_rate renewal_rate_amount dau
    wau mau stickiness cohort_retention survival repeat_purchase_rate purchase_frequency days_between_purchases
    transactions ticket_volume feedback_growth_rate avg_first_response_hours avg_resolution_hours
    support_staff_needed csat ces cxi satisfaction loyalty advocacy mrr arr new_mrr expansion_mrr contraction_mrr
    churned_mrr reactivation_mrr net_new_mrr quick_ratio revenue revenue_growth_mom revenue_growth_yoy arpu arppu
    arpa arpa_new arpa_existing aov gross_margin ltv cltv clv_predicted ltv_cac cac_payback_months clv_per_capex
    refund_rate nps invites_sent invite_conversion_rate viral_coefficient referred_share
    """.split()  # noqa: SIM905
)
