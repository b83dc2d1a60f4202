-- main.poc_mcp.vw_customer360: the same 1,000,000 people in the wide telco layout, columns prefixed by family
-- (demo_, beha_, inte_, geog_), ordered as customer_360. One SELECT that reads a relation named customer_360;
-- what is new here is drawn from hash(uid * 64 + n + seed), as explained in customer_360.sql.
WITH draws AS NOT MATERIALIZED (
  SELECT
    *,
    DATE '2026-10-31' - last_seen::DATE AS idle_days,
    ((hash(customer_id * 64 + 2) >> 4)::BIGINT) AS b_data,
    ((hash(customer_id * 64 + 3) >> 4)::BIGINT) AS b_voice,
    (hash(customer_id * 64 + 4) & 65535)::INTEGER AS s_roaming,
    ((hash(customer_id * 64 + 4) >> 16) & 65535)::INTEGER AS s_network,
    ((hash(customer_id * 64 + 4) >> 32) & 65535)::INTEGER AS s_urban,
    (hash(customer_id * 64 + 4) >> 48)::INTEGER AS s_commute,
    (hash(customer_id * 64 + 5) & 65535)::INTEGER AS s_night,
    ((hash(customer_id * 64 + 5) >> 16) & 65535)::INTEGER AS s_email,
    ((hash(customer_id * 64 + 5) >> 32) & 65535)::INTEGER AS s_recharge,
    (hash(customer_id * 64 + 5) >> 48)::INTEGER AS s_missing,
    hash(customer_id * 64 + 6) AS h_score
  FROM customer_360
),
usage AS NOT MATERIALIZED (
  SELECT
    *,
    ((b_data & 32767) + ((b_data >> 15) & 32767) + ((b_data >> 30) & 32767) + (b_data >> 45) - 65534) / 18918.6e0 AS z_data,
    ((b_voice & 32767) + ((b_voice >> 15) & 32767) + ((b_voice >> 30) & 32767) + (b_voice >> 45) - 65534) / 18918.6e0 AS z_voice,
    coalesce(age, 45) AS years,
    -- the share of the last 30 days in which the line was in use
    greatest(0, 30 - idle_days) / 30e0 AS month_share,
    CASE plan WHEN 'prepaid' THEN 0 WHEN 'basic' THEN 1 WHEN 'standard' THEN 2 WHEN 'family' THEN 2 ELSE 3 END AS tier,
    CASE income_level WHEN 'high' THEN 2 WHEN 'low' THEN 0 ELSE 1 END AS income
  FROM draws
)
SELECT
  msisdn,
  customer_id AS uid,
  age AS demo_age_fact_v2_final_age_num,
  CASE WHEN age < 25 THEN '18-24' WHEN age < 35 THEN '25-34' WHEN age < 45 THEN '35-44' WHEN age < 55 THEN '45-54'
    WHEN age < 65 THEN '55-64' WHEN age >= 65 THEN '65+' END AS demo_age_fact_v2_final_age_band_cat,
  gender AS demo_gender_fact_v2_final_gender_cat,
  income_level AS demo_income_level_cat,
  education AS demo_education_level_cat,
  marital_status AS demo_marital_status_cat,
  occupation AS demo_occupation_cat,
  household_size AS demo_household_size_num,
  has_children::INTEGER AS demo_household_children_flag,
  preferred_language AS demo_language_cat,
  credit_score AS demo_credit_score_num,
  (idle_days < 1)::INTEGER AS beha_mobile_usage_active_period_daily_flag,
  CASE WHEN s_missing >= 700 THEN (idle_days < 7)::INTEGER END AS beha_mobile_usage_active_period_weekly_flag,
  (idle_days < 30)::INTEGER AS beha_mobile_usage_active_period_monthly_flag,
  CASE WHEN s_missing >= 700 THEN round(least(400, month_share * exp(1.1 + 0.45 * tier - 0.014 * (years - 45) + 0.85 * z_data)), 2) END::DECIMAL(8, 2)
    AS beha_mobile_usage_data_gb_30d_num,
  CASE WHEN s_missing >= 700 THEN least(6000, floor(month_share * exp(4.3 + 0.15 * tier + 0.008 * (years - 45) + 0.9 * z_voice)))::INTEGER END
    AS beha_mobile_usage_voice_min_30d_num,
  CASE WHEN s_missing >= 700 THEN least(1500, floor(month_share * exp(2.1 + 0.55 * z_voice + 0.5 * z_data)))::INTEGER END
    AS beha_mobile_usage_sms_30d_num,
  CASE WHEN idle_days < 30 THEN round(least(0.95, (s_night / 65536e0) * (s_night / 65536e0) * (0.75 - 0.006 * (years - 18)) + 0.02), 3) END
    AS beha_mobile_usage_night_share_num,
  CASE WHEN s_roaming < 50000 - 6000 * income THEN 0 ELSE 1 + (65535 - s_roaming) // 1200 END::INTEGER AS beha_mobile_usage_roaming_days_90d_num,
  plan AS beha_plan_tariff_cat,
  monthly_spend AS beha_plan_monthly_spend_num,
  tenure_months AS beha_plan_tenure_months_num,
  CASE WHEN plan = 'prepaid' THEN CASE WHEN idle_days >= 30 THEN 0 ELSE 1 + (s_recharge * s_recharge::BIGINT // 800000000)::INTEGER END END
    AS beha_recharge_cnt_30d_num,
  CASE WHEN plan = 'prepaid' THEN CASE WHEN idle_days >= 30 THEN 0
    ELSE round((1 + (s_recharge * s_recharge::BIGINT // 800000000)) * (5 + 5 * (s_night % 4)), 2) END END::DECIMAL(8, 2) AS beha_recharge_amount_30d_num,
  device_type AS beha_device_type_cat,
  CASE WHEN device_type IS NOT NULL THEN (device_type <> 'feature_phone' AND s_network < 30000 + 5500 * tier + 3000 * income)::INTEGER END AS beha_device_5g_flag,
  num_purchases AS beha_purchase_total_cnt_num,
  support_tickets AS beha_support_ticket_12m_cnt_num,
  CASE WHEN email IS NOT NULL THEN round((s_email / 65536e0) * (s_email / 65536e0) * CASE WHEN is_active THEN 1 ELSE 0.15 END, 3) END AS beha_email_open_rate_num,
  churn_risk AS beha_churn_score_num,
  acquisition_channel AS beha_acquisition_channel_cat,
  interest_gaming::INTEGER AS inte_gaming_flag,
  interest_sports::INTEGER AS inte_sports_flag,
  interest_travel::INTEGER AS inte_travel_flag,
  interest_finance::INTEGER AS inte_finance_flag,
  interest_music::INTEGER AS inte_music_flag,
  interest_fashion::INTEGER AS inte_fashion_flag,
  interest_food::INTEGER AS inte_food_flag,
  interest_technology::INTEGER AS inte_technology_flag,
  CASE WHEN interest_travel THEN 45 + (h_score % 56)::INTEGER WHEN NOT interest_travel THEN (h_score % 45)::INTEGER END AS inte_travel_score_num,
  CASE WHEN interest_technology THEN 45 + ((h_score >> 20) % 56)::INTEGER WHEN NOT interest_technology THEN ((h_score >> 20) % 45)::INTEGER END AS inte_technology_score_num,
  location AS geog_home_city_cat,
  CASE WHEN location IN ('NYC', 'Philadelphia', 'Boston') THEN 'northeast' WHEN location IN ('Chicago', 'Columbus', 'Indianapolis') THEN 'midwest'
    WHEN location IN ('LA', 'Phoenix', 'San Diego', 'San Jose', 'San Francisco', 'Seattle', 'Denver') THEN 'west'
    WHEN location IS NOT NULL THEN 'south' END AS geog_home_region_cat,
  CASE WHEN s_urban < CASE WHEN location IN ('NYC', 'San Francisco', 'Boston', 'Chicago') THEN 42000 ELSE 24000 END THEN 'urban'
    WHEN s_urban < 60000 THEN 'suburban' ELSE 'rural' END AS geog_home_urbanicity_cat,
  CASE WHEN occupation NOT IN ('retired', 'unemployed') THEN round(1 + (s_commute / 65536e0) * (s_commute / 65536e0) * CASE WHEN s_urban < 42000 THEN 28 ELSE 64 END, 1) END
    AS geog_commute_km_num,
  (s_urban < 58500)::INTEGER AS geog_home_5g_coverage_flag,
  consent,
  is_blocklist,
  par_month
FROM usage
