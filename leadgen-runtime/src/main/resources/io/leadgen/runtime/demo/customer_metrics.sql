-- main.poc_mcp.customer_metrics: what the 1,000,000 people are worth and how they respond, one row each, ordered as
-- customer_360. One SELECT that reads a relation named customer_360; new draws are hash(customer_id * 64 + n).
WITH draws AS NOT MATERIALIZED (
  SELECT
    *,
    DATE '2026-10-31' - last_seen::DATE AS idle_days,
    (hash(customer_id * 64 + 5) >> 48)::INTEGER AS s_missing,               -- the same draw as in vw_customer360
    ((hash(customer_id * 64 + 12) >> 4)::BIGINT) AS b_engaged,
    ((hash(customer_id * 64 + 13) >> 4)::BIGINT) AS b_forecast,
    ((hash(customer_id * 64 + 14) >> 4)::BIGINT) AS b_mood,
    (hash(customer_id * 64 + 15) & 65535)::INTEGER AS s_answer,
    ((hash(customer_id * 64 + 15) >> 16) & 65535)::INTEGER AS s_touch,
    ((hash(customer_id * 64 + 15) >> 32) & 65535)::INTEGER AS s_upgrade,
    (hash(customer_id * 64 + 15) >> 48)::INTEGER AS s_cross
  FROM customer_360
),
scores AS NOT MATERIALIZED (
  SELECT
    *,
    ((b_engaged & 32767) + ((b_engaged >> 15) & 32767) + ((b_engaged >> 30) & 32767) + (b_engaged >> 45) - 65534) / 18918.6e0 AS z_engaged,
    ((b_forecast & 32767) + ((b_forecast >> 15) & 32767) + ((b_forecast >> 30) & 32767) + (b_forecast >> 45) - 65534) / 18918.6e0 AS z_forecast,
    ((b_mood & 32767) + ((b_mood >> 15) & 32767) + ((b_mood >> 30) & 32767) + (b_mood >> 45) - 65534) / 18918.6e0 AS z_mood,
    least(num_purchases, CASE WHEN tenure_months > 12 THEN floor(num_purchases * 12 / tenure_months + 0.5)::INTEGER ELSE num_purchases END) AS orders,
    customer_lifetime_value::DOUBLE AS ltv
  FROM draws
)
SELECT
  customer_id,
  msisdn,
  age AS demo_age_fact_v2_final_age_num,
  income_level AS demo_income_level_cat,
  location AS geog_home_city_cat,
  CASE WHEN s_missing >= 700 THEN (idle_days < 7)::INTEGER END AS beha_mobile_usage_active_period_weekly_flag,
  customer_lifetime_value,
  CASE WHEN ltv IS NOT NULL THEN round(least(60000, ltv / greatest(3, tenure_months / 12e0) * (1 - coalesce(churn_risk, 0.28)) * exp(0.35 * z_forecast)), 2) END::DECIMAL(12, 2)
    AS predicted_value_12m,
  orders AS order_count_12m,
  CASE WHEN orders > 0 THEN round(least(5000, 8 + coalesce(ltv, 2800) / greatest(4, 2 * num_purchases) * exp(0.25 * z_forecast)), 2) END::DECIMAL(10, 2)
    AS avg_order_value,
  round(coalesce(monthly_spend, 25) * least(12, tenure_months) * CASE WHEN is_active THEN 1 ELSE 0.4 END
    + CASE WHEN orders > 0 THEN orders * least(5000, 8 + coalesce(ltv, 2800) / greatest(4, 2 * num_purchases) * exp(0.25 * z_forecast)) ELSE 0 END, 2)::DECIMAL(12, 2)
    AS revenue_12m,
  greatest(0, least(100, 58 + 13 * z_engaged - 0.9 * least(idle_days, 60) + 4 * least(orders, 5)))::INTEGER AS engagement_score,
  CASE WHEN email IS NOT NULL THEN greatest(0, least(100, 40 + 19 * z_engaged + 5 * z_mood - 0.5 * least(idle_days, 60)))::INTEGER END AS email_engagement_score,
  CASE WHEN device_type IS NOT NULL AND device_type <> 'feature_phone'
    THEN greatest(0, least(100, 52 + 17 * z_engaged - 0.3 * (coalesce(age, 45) - 45) - 0.9 * least(idle_days, 60)))::INTEGER END AS app_engagement_score,
  -- one in five answers the survey
  CASE WHEN s_answer < 13000 THEN greatest(0, least(10, 7.3 + 2.1 * z_mood - 0.5 * least(support_tickets, 6)))::INTEGER END AS nps_answer,
  round(1 / (1 + exp(2.6 - 0.5 * z_engaged - CASE plan WHEN 'prepaid' THEN 0.9 WHEN 'basic' THEN 0.7 WHEN 'standard' THEN 0.2 ELSE -1.2 END
    - (s_upgrade - 32768) / 40000e0)), 4) AS upgrade_propensity,
  round(1 / (1 + exp(2.2 - 0.6 * z_engaged - 0.08 * least(orders, 10) - (s_cross - 32768) / 40000e0)), 4) AS cross_sell_propensity,
  churn_risk AS churn_probability,
  CASE WHEN consent THEN (s_touch * s_touch::BIGINT // 180000000)::INTEGER ELSE 0 END AS campaign_touches_90d,
  CASE WHEN loyalty_tier <> 'none' THEN (floor(coalesce(ltv, 3500) * 1.5 / 10) * 10)::INTEGER END AS loyalty_points,
  idle_days::INTEGER AS days_since_last_seen,
  CASE WHEN ltv >= 15000 THEN 'A' WHEN ltv >= 6000 THEN 'B' WHEN ltv >= 2000 THEN 'C' WHEN ltv IS NOT NULL THEN 'D' END AS value_segment,
  consent,
  is_blocklist,
  par_month
FROM scores
