-- main.leads.customer_360: 1,000,000 invented people, one row each, ordered by customer_id (= by signup date).
-- One SELECT. It reads nothing and never calls random(): draw n of person i is hash(i * 64 + n + seed), so the
-- rows do not depend on threads, on row order or on the run. (hash(i, 'salt') would not do: DuckDB combines its
-- arguments by XOR, so two salts give two draws that are a constant apart, that is, perfectly dependent.)
-- A uniform draw in [0, 1) is hash >> 11 over 2^53. A bell-shaped draw is the sum of four 15-bit pieces of one hash,
-- centred and scaled to variance 1: whole-number arithmetic, the same on every machine. The data "today" is 2026-10-31.
WITH draws AS NOT MATERIALIZED (
  SELECT
    i,
    i * 64 + 1988031500000 AS k,
    floor(5417 * sqrt((i + 0.5e0) / 1000000))::INTEGER AS joined,               -- days since 2012-01-01, linear growth
    (hash(k + 1) >> 11) / 9007199254740992e0 AS u_age,
    (hash(k + 2) >> 11) / 9007199254740992e0 AS u_education,
    (hash(k + 3) >> 11) / 9007199254740992e0 AS u_city,
    (hash(k + 4) >> 11) / 9007199254740992e0 AS u_recency,
    (hash(k + 5) >> 11) / 9007199254740992e0 AS u_occupation,
    (hash(k + 6) >> 11) / 9007199254740992e0 AS u_marital,
    (hash(k + 7) >> 11) / 9007199254740992e0 AS u_plan,
    (hash(k + 8) >> 11) / 9007199254740992e0 AS u_device,
    (hash(k + 9) >> 11) / 9007199254740992e0 AS u_purchase,
    (hash(k + 10) >> 4)::BIGINT AS b_income,
    (hash(k + 11) >> 4)::BIGINT AS b_value,
    (hash(k + 12) >> 4)::BIGINT AS b_frequency,
    (hash(k + 13) >> 4)::BIGINT AS b_credit,
    (hash(k + 14) >> 4)::BIGINT AS b_churn,
    (hash(k + 15) >> 4)::BIGINT AS b_tail,
    -- many small independent draws: 16-bit pieces of two hashes, 0..65535
    (hash(k + 16) & 65535)::INTEGER AS s_gender,
    ((hash(k + 16) >> 16) & 65535)::INTEGER AS s_consent,
    ((hash(k + 16) >> 32) & 65535)::INTEGER AS s_block,
    (hash(k + 16) >> 48)::INTEGER AS s_channel,
    (hash(k + 17) & 65535)::INTEGER AS s_language,
    ((hash(k + 17) >> 16) & 65535)::INTEGER AS s_children,
    ((hash(k + 17) >> 32) & 65535)::INTEGER AS s_household,
    (hash(k + 17) >> 48)::INTEGER AS s_tickets,
    (hash(k + 18) & 65535)::INTEGER AS m_age,                                   -- m_: missing values
    ((hash(k + 18) >> 16) & 65535)::INTEGER AS m_income,
    ((hash(k + 18) >> 32) & 65535)::INTEGER AS m_education,
    (hash(k + 18) >> 48)::INTEGER AS m_value,
    (hash(k + 19) & 65535)::INTEGER AS m_credit,
    ((hash(k + 19) >> 16) & 65535)::INTEGER AS m_device,
    ((hash(k + 19) >> 32) & 65535)::INTEGER AS m_email,
    (hash(k + 19) >> 48)::INTEGER AS m_other,
    hash(k + 20) AS h_interests,
    hash(k + 21) AS h_interests2,
    hash(k + 22) AS h_clock
  FROM range(1000000) AS people(i)
),
-- who they are: age, city, education
origin AS NOT MATERIALIZED (
  SELECT
    *,
    5417 - joined AS tenure_days,
    CASE
      WHEN u_city < 0.185 THEN 1 WHEN u_city < 0.305 THEN 2 WHEN u_city < 0.395 THEN 3 WHEN u_city < 0.465 THEN 4
      WHEN u_city < 0.525 THEN 5 WHEN u_city < 0.580 THEN 6 WHEN u_city < 0.630 THEN 7 WHEN u_city < 0.676 THEN 8
      WHEN u_city < 0.718 THEN 9 WHEN u_city < 0.756 THEN 10 WHEN u_city < 0.791 THEN 11 WHEN u_city < 0.823 THEN 12
      WHEN u_city < 0.853 THEN 13 WHEN u_city < 0.880 THEN 14 WHEN u_city < 0.905 THEN 15 WHEN u_city < 0.928 THEN 16
      WHEN u_city < 0.949 THEN 17 WHEN u_city < 0.968 THEN 18 WHEN u_city < 0.985 THEN 19 ELSE 20
    END AS city,
    -- those who joined lately are younger
    CASE WHEN joined > 3600 THEN u_age * (0.62 + 0.38 * u_age) ELSE u_age END AS a
  FROM draws
),
aged AS NOT MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN a < 0.12 THEN 18 + floor(a / 0.12 * 7)
      WHEN a < 0.31 THEN 25 + floor((a - 0.12) / 0.19 * 10)
      WHEN a < 0.50 THEN 35 + floor((a - 0.31) / 0.19 * 10)
      WHEN a < 0.67 THEN 45 + floor((a - 0.50) / 0.17 * 10)
      WHEN a < 0.83 THEN 55 + floor((a - 0.67) / 0.16 * 10)
      WHEN a < 0.935 THEN 65 + floor((a - 0.83) / 0.105 * 10)
      WHEN a < 0.985 THEN 75 + floor((a - 0.935) / 0.05 * 10)
      ELSE 85 + floor((a - 0.985) * (a - 0.985) / 0.000225 * 11)
    END::INTEGER AS drawn_age
  FROM origin
),
grown AS NOT MATERIALIZED (
  SELECT
    *,
    -- nobody joined before the age of 17: who would have, gets another age
    CASE WHEN drawn_age >= 17 + tenure_days // 365 + 1 THEN drawn_age
      ELSE 18 + tenure_days // 365 + ((hash(k + 1) & 1023) * (hash(k + 1) & 1023) // 26000)::INTEGER END AS true_age
  FROM aged
),
schooling AS NOT MATERIALIZED (
  SELECT
    *,
    least(
      CASE
        WHEN u_education * (CASE WHEN true_age >= 65 THEN 0.86 ELSE 1 END) < 0.08 THEN 0
        WHEN u_education * (CASE WHEN true_age >= 65 THEN 0.86 ELSE 1 END) < 0.35 THEN 1
        WHEN u_education * (CASE WHEN true_age >= 65 THEN 0.86 ELSE 1 END) < 0.60 THEN 2
        WHEN u_education * (CASE WHEN true_age >= 65 THEN 0.86 ELSE 1 END) < 0.845 THEN 3
        WHEN u_education * (CASE WHEN true_age >= 65 THEN 0.86 ELSE 1 END) < 0.965 THEN 4
        ELSE 5
      END,
      CASE WHEN true_age < 19 THEN 1 WHEN true_age < 22 THEN 2 WHEN true_age < 25 THEN 3 WHEN true_age < 28 THEN 4 ELSE 5 END
    ) AS school
  FROM grown
),
-- what they earn, and when they were last seen
earning AS NOT MATERIALIZED (
  SELECT
    *,
    0.48 * (school - 2)
      - (true_age - 50) * (true_age - 50) / 780e0
      + CASE city WHEN 1 THEN 0.28 WHEN 2 THEN 0.12 WHEN 3 THEN 0.04 WHEN 4 THEN -0.06 WHEN 5 THEN -0.12 WHEN 6 THEN -0.16
          WHEN 7 THEN -0.36 WHEN 8 THEN 0.16 WHEN 9 THEN 0 WHEN 10 THEN 0.22 WHEN 11 THEN 0.66 WHEN 12 THEN -0.28
          WHEN 13 THEN -0.18 WHEN 14 THEN -0.04 WHEN 15 THEN -0.26 WHEN 16 THEN 0.74 WHEN 17 THEN 0.5 WHEN 18 THEN 0.24
          WHEN 19 THEN 0.42 ELSE -0.22 END
      + ((b_income & 32767) + ((b_income >> 15) & 32767) + ((b_income >> 30) & 32767) + (b_income >> 45) - 65534) / 18918.6e0
        * 0.92 AS earns,
    ((b_value & 32767) + ((b_value >> 15) & 32767) + ((b_value >> 30) & 32767) + (b_value >> 45) - 65534) / 18918.6e0 AS z_value,
    ((b_frequency & 32767) + ((b_frequency >> 15) & 32767) + ((b_frequency >> 30) & 32767) + (b_frequency >> 45) - 65534)
      / 18918.6e0 AS z_frequency,
    ((b_credit & 32767) + ((b_credit >> 15) & 32767) + ((b_credit >> 30) & 32767) + (b_credit >> 45) - 65534) / 18918.6e0 AS z_credit,
    ((b_churn & 32767) + ((b_churn >> 15) & 32767) + ((b_churn >> 30) & 32767) + (b_churn >> 45) - 65534) / 18918.6e0 AS z_churn,
    ((b_tail & 32767) + ((b_tail >> 15) & 32767) + ((b_tail >> 30) & 32767) + (b_tail >> 45) - 65534) / 18918.6e0 AS z_tail
  FROM schooling
),
habits AS NOT MATERIALIZED (
  SELECT
    *,
    CASE WHEN earns >= 0.83 THEN 2 WHEN earns >= -0.92 THEN 1 ELSE 0 END AS income,
    -- the better the income, the more often a contract
    u_plan + 0.05 * (CASE WHEN earns >= 0.83 THEN 1 WHEN earns >= -0.92 THEN 0 ELSE -1 END)
      - CASE WHEN true_age < 26 THEN 0.08 ELSE 0 END AS u_tariff,
    least(tenure_days, CASE
      WHEN u_recency < 0.56 THEN floor(u_recency * u_recency * u_recency / 0.175616 * 7)
      WHEN u_recency < 0.71 THEN 7 + floor((u_recency - 0.56) / 0.15 * 23)
      WHEN u_recency < 0.80 THEN 30 + floor((u_recency - 0.71) / 0.09 * 60)
      ELSE 90 + floor((u_recency - 0.80) * (u_recency - 0.80) / 0.04 * 640)
    END)::INTEGER AS idle_days
  FROM earning
),
worth AS NOT MATERIALIZED (
  SELECT
    *,
    least(400, floor((tenure_days - idle_days + 15) / 30.4e0 * exp(-2.35 + 0.85 * z_frequency + 0.22 * income)))::INTEGER AS purchases,
    least(250000, exp(6.2 + 0.46 * income + 0.36 * ln(1 + (tenure_days - idle_days) / 30.4e0) + 0.30 * z_frequency + 0.72 * z_value
      + 0.22 * greatest(0, z_tail) * greatest(0, z_tail))) AS value_usd,
    CASE WHEN u_tariff < 0.33 THEN 'prepaid' WHEN u_tariff < 0.55 THEN 'basic' WHEN u_tariff < 0.79 THEN 'standard'
      WHEN u_tariff < 0.87 THEN 'family' WHEN u_tariff < 0.985 THEN 'premium' ELSE 'business' END AS tariff,
    true_age BETWEEN 24 AND 62 AND s_children < 30000 - abs(true_age - 41) * 700 AS children,
    m_other NOT BETWEEN 56000 AND 64500 AS surveyed,
    CASE WHEN s_household < 18000 THEN 0 WHEN s_household < 46000 THEN 1 WHEN s_household < 57000 THEN 2
      WHEN s_household < 62500 THEN 3 ELSE 4 END AS others
  FROM habits
)
SELECT
  10000001 + i AS customer_id,
  -- +999 is assigned to no country; multiplying by 3^18 modulo 10^9 is a bijection, so every number is unique
  '999' || lpad(((i * 387420489 + 271828182) % 1000000000)::VARCHAR, 9, '0') AS msisdn,
  CASE WHEN m_email >= 4100 THEN 'user' || ((i * 48271 + 31415) % 1000000)::VARCHAR
    || CASE m_email % 3 WHEN 0 THEN '@example.com' WHEN 1 THEN '@example.net' ELSE '@example.org' END END AS email,
  CASE WHEN m_age >= 2300 THEN true_age END AS age,
  CASE WHEN m_other < 1300 THEN NULL WHEN s_gender < 540 THEN 'other'
    WHEN s_gender < 33000 + greatest(0, true_age - 60) * 200 THEN 'female' ELSE 'male' END AS gender,
  -- the well-off leave it out more often
  CASE WHEN m_income < 3300 + 1300 * income THEN NULL WHEN income = 2 THEN 'high' WHEN income = 1 THEN 'medium' ELSE 'low' END AS income_level,
  CASE WHEN m_other > 65000 THEN NULL ELSE CASE city WHEN 1 THEN 'NYC' WHEN 2 THEN 'LA' WHEN 3 THEN 'Chicago' WHEN 4 THEN 'Houston'
    WHEN 5 THEN 'Phoenix' WHEN 6 THEN 'Philadelphia' WHEN 7 THEN 'San Antonio' WHEN 8 THEN 'San Diego' WHEN 9 THEN 'Dallas'
    WHEN 10 THEN 'Austin' WHEN 11 THEN 'San Jose' WHEN 12 THEN 'Jacksonville' WHEN 13 THEN 'Columbus' WHEN 14 THEN 'Charlotte'
    WHEN 15 THEN 'Indianapolis' WHEN 16 THEN 'San Francisco' WHEN 17 THEN 'Seattle' WHEN 18 THEN 'Denver' WHEN 19 THEN 'Boston'
    ELSE 'Miami' END END AS location,
  CASE WHEN m_education < 2600 THEN NULL ELSE CASE school WHEN 0 THEN 'no_diploma' WHEN 1 THEN 'high_school' WHEN 2 THEN 'some_college'
    WHEN 3 THEN 'bachelor' WHEN 4 THEN 'master' ELSE 'doctorate' END END AS education,
  CASE
    WHEN m_other BETWEEN 1300 AND 3200 THEN NULL
    WHEN true_age > 55 AND u_marital > 1 - (true_age - 55) * 0.011 THEN 'widowed'
    WHEN u_marital > greatest(0.13, 1 - (true_age - 19) * 0.028) + least(0.19, greatest(0, (true_age - 25) * 0.008)) THEN 'married'
    WHEN u_marital > greatest(0.13, 1 - (true_age - 19) * 0.028) THEN 'divorced'
    ELSE 'single'
  END AS marital_status,
  CASE
    WHEN m_other BETWEEN 3200 AND 6500 THEN NULL
    WHEN (true_age >= 67 AND u_occupation < 0.86) OR (true_age BETWEEN 61 AND 66 AND u_occupation < 0.36) THEN 'retired'
    WHEN true_age < 24 AND u_occupation < 0.44 THEN 'student'
    WHEN true_age < 67 AND earns < 0.5 AND u_occupation > 0.945 - 0.02 * greatest(0, 2 - school) THEN 'unemployed'
    -- one step up or down the pay scale with the income
    WHEN school >= 3 THEN CASE least(7, greatest(0, (hash(k + 5) & 7)::INTEGER + floor(earns)::INTEGER)) WHEN 0 THEN 'education' WHEN 1 THEN 'sales'
      WHEN 2 THEN 'healthcare' WHEN 3 THEN 'office' WHEN 4 THEN 'engineering' WHEN 5 THEN 'technology' WHEN 6 THEN 'finance' ELSE 'management' END
    ELSE CASE least(7, greatest(0, (hash(k + 5) & 7)::INTEGER + floor(earns)::INTEGER)) WHEN 0 THEN 'hospitality' WHEN 1 THEN 'retail' WHEN 2 THEN 'transport'
      WHEN 3 THEN 'manufacturing' WHEN 4 THEN 'office' WHEN 5 THEN 'healthcare' WHEN 6 THEN 'sales' ELSE 'trades' END
  END AS occupation,
  CASE WHEN children THEN 2 + least(4, others + 1) ELSE 1 + others END::INTEGER AS household_size,
  CASE WHEN m_other BETWEEN 6500 AND 8500 THEN NULL ELSE children END AS has_children,
  CASE WHEN s_language < 50500 THEN 'en' WHEN s_language < 60500 + CASE WHEN city IN (2, 4, 7, 20) THEN 2600 ELSE 0 END THEN 'es'
    WHEN s_language < 63600 THEN 'zh' WHEN s_language < 64800 THEN 'vi' ELSE 'fr' END AS preferred_language,
  CASE WHEN m_value < 3000 + CASE WHEN tenure_days < 120 THEN 9000 ELSE 0 END THEN NULL
    ELSE round(value_usd, 2) END::DECIMAL(12, 2) AS customer_lifetime_value,
  CASE WHEN m_other BETWEEN 8500 AND 9800 THEN NULL ELSE round(least(400, CASE tariff WHEN 'prepaid' THEN 14 WHEN 'basic' THEN 25
    WHEN 'standard' THEN 42 WHEN 'family' THEN 88 WHEN 'premium' THEN 79 ELSE 120 END * exp(0.28 * z_tail + 0.05 * z_value)), 2)
    END::DECIMAL(8, 2) AS monthly_spend,
  purchases AS num_purchases,
  CASE WHEN m_credit < 3900 + CASE WHEN true_age < 25 THEN 12000 ELSE 0 END THEN NULL
    ELSE least(850, greatest(300, 700 + 24 * least(2.5, greatest(-2.5, earns)) + 0.7 * (true_age - 45) + 68 * z_credit))::INTEGER END AS credit_score,
  CASE WHEN m_other BETWEEN 9800 AND 11100 THEN NULL ELSE round(1 / (1 + exp(1.9 - 0.045 * least(idle_days, 60)
    + 0.010 * least(tenure_days / 30.4e0, 96) - CASE tariff WHEN 'prepaid' THEN 0.8 WHEN 'family' THEN -0.5 ELSE 0 END - 0.75 * z_churn)), 4)
    END AS churn_risk,
  CASE WHEN s_tickets < 47500 THEN 0 WHEN s_tickets < 58500 THEN 1 WHEN s_tickets < 62800 THEN 2 WHEN s_tickets < 64500 THEN 3
    WHEN s_tickets < 65100 THEN 4 WHEN s_tickets < 65330 THEN 5 WHEN s_tickets < 65430 THEN 6 ELSE 7 + (65535 - s_tickets) // 14 END::INTEGER AS support_tickets,
  tariff AS plan,
  CASE WHEN m_device < 2000 THEN NULL
    WHEN u_device < greatest(0, true_age - 55) * 0.006 THEN 'feature_phone'
    WHEN u_device < 0.50 + 0.06 * (1 - income) + greatest(0, true_age - 55) * 0.006 THEN 'android'
    WHEN u_device > 0.975 THEN 'tablet' ELSE 'ios' END AS device_type,
  CASE WHEN s_channel < 21000 THEN 'store' WHEN s_channel < 37000 THEN 'web' WHEN s_channel < 48000 THEN 'partner'
    WHEN s_channel < 56000 THEN 'referral' WHEN s_channel < 61500 THEN 'social' ELSE 'call_center' END AS acquisition_channel,
  CASE WHEN value_usd * (1 + least(1, tenure_days / 3650e0)) < 3200 THEN 'none' WHEN value_usd * (1 + least(1, tenure_days / 3650e0)) < 9000 THEN 'silver'
    WHEN value_usd * (1 + least(1, tenure_days / 3650e0)) < 24000 THEN 'gold' ELSE 'platinum' END AS loyalty_tier,
  CASE WHEN surveyed THEN (h_interests & 255) < 96 - least(60, greatest(0, true_age - 30)) END AS interest_gaming,
  CASE WHEN surveyed THEN ((h_interests >> 8) & 255) < 92 END AS interest_sports,
  CASE WHEN surveyed THEN ((h_interests >> 16) & 255) < 40 + 42 * income END AS interest_travel,
  CASE WHEN surveyed THEN ((h_interests >> 24) & 255) < 22 + 34 * income + least(30, greatest(0, true_age - 30)) END AS interest_finance,
  CASE WHEN surveyed THEN ((h_interests >> 32) & 255) < 118 - least(50, greatest(0, true_age - 35)) END AS interest_music,
  CASE WHEN surveyed THEN ((h_interests >> 40) & 255) < 74 + CASE WHEN s_gender < 33000 THEN 38 ELSE 0 END END AS interest_fashion,
  CASE WHEN surveyed THEN ((h_interests >> 48) & 255) < 104 END AS interest_food,
  CASE WHEN surveyed THEN (h_interests >> 56) < 50 + 14 * least(school, 4) END AS interest_technology,
  DATE '2012-01-01' + joined AS signup_date,
  tenure_days // 30 AS tenure_months,
  CASE WHEN purchases > 0 THEN DATE '2026-10-31' - least(tenure_days, idle_days
    + floor(u_purchase * u_purchase * least(900, 30 + 900 / purchases))::INTEGER) END AS last_purchase_date,
  make_timestamp((1793404800 - idle_days::BIGINT * 86400 + 21600
    + ((h_clock & 32767) + ((h_clock >> 15) & 32767))::BIGINT * 64799 // 65534) * 1000000) AS last_seen,
  idle_days < 90 AS is_active,
  CASE WHEN s_consent < 1000 THEN NULL ELSE s_consent < 51000 END AS consent,
  s_block < CASE WHEN s_consent >= 51000 THEN 3000 ELSE 650 END AS is_blocklist,
  (year(DATE '2026-10-31' - idle_days) * 100 + month(DATE '2026-10-31' - idle_days))::INTEGER AS par_month
FROM worth
