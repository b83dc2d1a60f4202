-- main.leads.events: about 3,000,000 events of May to October 2026 (184 days), many rows per person and very unequally
-- spread, grouped by customer_id. One SELECT that reads a relation named customer_360 and streams (no sort, no join):
-- event j of a person is drawn from hash((customer_id * 1024 + j) * 4 + n). No event lies before the person signed up or
-- after the person was last seen (the network sees people who cause no event).
WITH people AS NOT MATERIALIZED (
  SELECT
    customer_id,
    plan,
    epoch_us(last_seen) // 1000000 AS last_second,
    last_purchase_date,
    -- the first day that an event may have, and the days between it and last_seen
    last_seen::DATE - greatest(DATE '2026-05-01', signup_date) AS open_days,
    ((hash(customer_id * 64 + 21) >> 4)::BIGINT) AS b_count
  FROM customer_360
  WHERE last_seen >= TIMESTAMP '2026-05-01 00:00:00'
),
counts AS NOT MATERIALIZED (
  SELECT
    *,
    -- log-normal with a quadratic upper tail, at most 700 a person
    least(700, floor(exp(0.08 + 1.05 * z + 0.30 * greatest(0, z) * greatest(0, z)) * (0.2 + 0.8 * open_days / 184e0) * 1.1))::BIGINT AS n
  FROM (
    SELECT *, ((b_count & 32767) + ((b_count >> 15) & 32767) + ((b_count >> 30) & 32767) + (b_count >> 45) - 65534) / 18918.6e0 AS z
    FROM people
  )
),
numbered AS NOT MATERIALIZED (
  SELECT customer_id, plan, last_second, last_purchase_date, open_days, unnest(range(n)) AS j
  FROM counts
  WHERE n > 0
),
drawn AS NOT MATERIALIZED (
  SELECT
    *,
    ((hash((customer_id * 1024 + j) * 4 + 1) >> 11) / 9007199254740992e0) AS u_day,
    hash((customer_id * 1024 + j) * 4 + 2) AS h
  FROM numbered
),
dated AS NOT MATERIALIZED (
  SELECT
    *,
    last_second - last_second % 86400 AS last_midnight,
    -- more of them lately, and one in ten of the first events on the last day
    CASE WHEN j = 0 AND (h >> 58) < 6 THEN 0 ELSE floor(u_day * (0.7e0 + 0.3e0 * u_day) * (open_days + 1))::BIGINT END AS back
  FROM drawn
),
-- two in five of the events of a Sunday move to the Saturday before, if the person was there already
placed AS NOT MATERIALIZED (
  SELECT
    *,
    CASE WHEN ((last_midnight // 86400 - back) % 7) = 3 AND (h & 1023) < 400 AND back < open_days THEN back + 1 ELSE back END AS days_back,
    ((h >> 10) & 16383)::BIGINT + ((h >> 24) & 16383)::BIGINT AS clock,          -- 0..32766, triangular
    ((h >> 38) & 65535)::INTEGER AS kind,
    (h >> 54)::INTEGER AS detail
  FROM dated
),
timed AS NOT MATERIALIZED (
  SELECT
    *,
    -- on the last day: between six o'clock and last_seen
    CASE WHEN days_back = 0 THEN last_second - (last_second % 86400 - 21600) * clock // 32767
      ELSE last_midnight - days_back * 86400 + 21600 + clock * 64799 // 32767 + detail % 2 END AS second
  FROM placed
),
typed AS NOT MATERIALIZED (
  SELECT
    *,
    make_timestamp(second * 1000000) AS event_time,
    CASE
      WHEN kind < 21000 THEN 'app_open'
      WHEN kind < 34500 THEN 'page_view'
      WHEN kind < 43500 THEN 'email_open'
      WHEN kind < 47000 THEN 'email_click'
      WHEN kind < 50500 THEN 'campaign_view'
      WHEN kind < 53500 THEN 'support_call'
      WHEN kind < 56500 THEN 'store_visit'
      WHEN plan = 'prepaid' AND kind < 60500 THEN 'top_up'
      WHEN last_purchase_date IS NOT NULL AND make_timestamp(second * 1000000)::DATE <= last_purchase_date
        THEN CASE WHEN kind > 65200 THEN 'refund' ELSE 'purchase' END
      ELSE 'app_open'
    END AS event_type
  FROM timed
)
SELECT
  customer_id,
  event_type,
  event_time,
  event_time::DATE AS event_date,
  CASE event_type
    WHEN 'app_open' THEN 'app' WHEN 'page_view' THEN 'web' WHEN 'email_open' THEN 'email' WHEN 'email_click' THEN 'email'
    WHEN 'support_call' THEN 'call_center' WHEN 'store_visit' THEN 'store'
    WHEN 'campaign_view' THEN CASE WHEN detail < 300 THEN 'sms' WHEN detail < 640 THEN 'social' WHEN detail < 980 THEN 'web' END
    WHEN 'top_up' THEN CASE WHEN detail < 640 THEN 'app' WHEN detail < 800 THEN 'store' ELSE 'sms' END
    ELSE CASE WHEN detail < 410 THEN 'web' WHEN detail < 700 THEN 'app' WHEN detail < 980 THEN 'store' ELSE 'call_center' END
  END AS channel,
  CASE event_type
    WHEN 'top_up' THEN 5 * (1 + detail % 6)
    WHEN 'purchase' THEN round(least(3000, 4.99e0 + 21 * exp(4.3 * ((hash((customer_id * 1024 + j) * 4 + 3) >> 11) / 9007199254740992e0 - 0.28))), 2)
    WHEN 'refund' THEN -round(least(1000, 4.99e0 + 21 * exp(3.4 * ((hash((customer_id * 1024 + j) * 4 + 3) >> 11) / 9007199254740992e0 - 0.28))), 2)
  END::DECIMAL(10, 2) AS amount,
  (year(event_time) * 10000 + month(event_time) * 100 + day(event_time))::INTEGER AS par_day
FROM typed
