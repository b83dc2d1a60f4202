-- all rows
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE

-- no rows
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE FALSE

-- unknown
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE CAST(NULL AS BOOLEAN)

-- and, or, not
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE ((t0."age" > ?) AND ((t0."city" = ?) OR (NOT (t0."city" IS NULL)) OR CAST(NULL AS BOOLEAN)))
--   int 25
--   string NYC

-- integer EQ
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" = ?)
--   int 25

-- integer EQ a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" <> t0."age")

-- integer EQ beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" <> t0."tiny")

-- string EQ
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" = ?)
--   string it's

-- integer NE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" <> ?)
--   int 25

-- integer NE a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" = t0."age")

-- integer NE beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" = t0."tiny")

-- string NE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" <> ?)
--   string it's

-- integer LT
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" < ?)
--   int 25

-- integer LT a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" <= ?)
--   int 25

-- integer LT beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" <= ?)
--   tinyint 127

-- string LT
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" < ?)
--   string it's

-- integer LE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" <= ?)
--   int 25

-- integer LE a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" <= ?)
--   int 25

-- integer LE beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" <= ?)
--   tinyint 127

-- string LE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" <= ?)
--   string it's

-- integer GT
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" > ?)
--   int 25

-- integer GT a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)
--   int 26

-- integer GT beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" <> t0."tiny")

-- string GT
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" > ?)
--   string it's

-- integer GE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)
--   int 25

-- integer GE a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)
--   int 26

-- integer GE beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" <> t0."tiny")

-- string GE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" >= ?)
--   string it's

-- literal on the left
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" > ?)
--   int 10

-- bigint
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."big" = ?)
--   bigint 9223372036854775807

-- decimal
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."spend" = ?)
--   decimal(12,2) 10.50

-- decimal finer than its scale
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."spend" <= ?)
--   decimal(12,2) 10.55

-- double
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."ltv" > ?)
--   double 0.1

-- float
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CAST(t0."score" AS DOUBLE) > ?)
--   double 0.1

-- boolean
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."consent" <> ?)
--   boolean true

-- date
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."joined" >= CAST(? AS DATE))
--   string 2024-02-29

-- instant
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP))))
--   timestamp_ntz 2024-02-29T23:59:59.000001

-- wall clock
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."called" >= ?)
--   timestamp_ntz 2024-02-29T23:00

-- two strings
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" < t0."other_city")

-- two integers
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CAST(t0."tiny" AS BIGINT) < t0."big")

-- integer and decimal
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CAST(t0."age" AS DECIMAL(12,2)) = t0."spend")

-- decimals without a common type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CAST(t0."wide" AS DOUBLE) = CAST(t0."fine" AS DOUBLE))

-- float and double
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CAST(t0."score" AS DOUBLE) = t0."ltv")

-- instant and wall clock
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (MAKE_TIMESTAMP(EPOCH_US(t0."seen")) <= t0."called")

-- between
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE ((t0."age" >= ?) AND (t0."age" <= ?))
--   int 18
--   int 65

-- between fractions
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE ((t0."age" >= ?) AND (t0."age" <= ?))
--   int 18
--   int 65

-- in
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" IN (?, ?))
--   string LA
--   string NYC

-- in, one beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" IN (?))
--   tinyint 1

-- in, all beyond its type
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."tiny" <> t0."tiny")

-- like with all that needs escapes
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" LIKE ? ESCAPE '!')
--   string %50!%!_!!\_

-- starts with
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" LIKE ? ESCAPE '!')
--   string New%

-- ilike
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" ILIKE ? ESCAPE '!')
--   string new%

-- is null
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."city" IS NULL)

-- is true
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."consent" IS TRUE)

-- is false
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."consent" IS FALSE)

-- truth
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."consent" = TRUE)

-- is distinct from
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" IS DISTINCT FROM ?)
--   int 25

-- is distinct from what it cannot be
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE

-- LOWER
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (LOWER(t0."city") = ?)
--   string nyc

-- UPPER
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (UPPER(t0."city") = ?)
--   string nyc

-- TRIM
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (TRIM(t0."city", ' ') = ?)
--   string nyc

-- LTRIM
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (LTRIM(t0."city", ' ') = ?)
--   string nyc

-- RTRIM
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (RTRIM(t0."city", ' ') = ?)
--   string nyc

-- LENGTH
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (LENGTH(t0."city") > ?)
--   int 3

-- ABS of tinyint
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(CAST(t0."tiny" AS BIGINT)) > ?)
--   bigint 5

-- ABS of int
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(CAST(t0."age" AS BIGINT)) > ?)
--   bigint 5

-- ABS of bigint
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(CAST(t0."big" AS DECIMAL(38,0))) > ?)
--   decimal(38,0) 5

-- ABS of decimal(12,2)
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(t0."spend") > ?)
--   decimal(12,2) 5.00

-- ABS of decimal(38,2)
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(t0."wide") > ?)
--   decimal(38,2) 5.00

-- ABS of float
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(CAST(t0."score" AS DOUBLE)) > ?)
--   double 5.0

-- ABS of double
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (ABS(t0."ltv") > ?)
--   double 5.0

-- COALESCE
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (COALESCE(t0."age", CAST(? AS INT)) = ?)
--   int 0
--   int 0

-- COALESCE with a fraction
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (COALESCE(CAST(t0."age" AS DECIMAL(11,1)), CAST(? AS DECIMAL(11,1))) = ?)
--   decimal(11,1) 0.5
--   decimal(11,1) 0.5

-- NULLIF
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (NULLIF(t0."city", CAST(? AS VARCHAR)) IS NULL)
--   string 

-- YEAR of date
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(YEAR FROM t0."joined") = ?)
--   int 1

-- YEAR of instant
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(YEAR FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) = ?)
--   int 1

-- QUARTER of date
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(QUARTER FROM t0."joined") = ?)
--   int 1

-- QUARTER of instant
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(QUARTER FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) = ?)
--   int 1

-- MONTH of date
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(MONTH FROM t0."joined") = ?)
--   int 1

-- MONTH of instant
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(MONTH FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) = ?)
--   int 1

-- DAY of date
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(DAY FROM t0."joined") = ?)
--   int 1

-- DAY of instant
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (EXTRACT(DAY FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) = ?)
--   int 1

-- DAYOFWEEK of date
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE ((DAYOFWEEK(t0."joined") + 1) = ?)
--   int 1

-- DAYOFWEEK of instant
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE ((DAYOFWEEK(MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) + 1) = ?)
--   int 1

-- DATE_TRUNC DAY
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CASE WHEN CAST(t0."called" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('DAY', CAST(t0."called" AS DATE)) AS DATE) END = CAST(? AS DATE))
--   string 2024-01-01

-- DATE_TRUNC WEEK
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CASE WHEN CAST(t0."called" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(t0."called" AS DATE) - CAST(ISODOW(CAST(t0."called" AS DATE)) - 1 AS INTEGER) END = CAST(? AS DATE))
--   string 2024-01-01

-- DATE_TRUNC MONTH
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CASE WHEN CAST(t0."called" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(t0."called" AS DATE)) AS DATE) END = CAST(? AS DATE))
--   string 2024-01-01

-- DATE_TRUNC QUARTER
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CASE WHEN CAST(t0."called" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('QUARTER', CAST(t0."called" AS DATE)) AS DATE) END = CAST(? AS DATE))
--   string 2024-01-01

-- DATE_TRUNC YEAR
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (CASE WHEN CAST(t0."called" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('YEAR', CAST(t0."called" AS DATE)) AS DATE) END = CAST(? AS DATE))
--   string 2024-01-01

-- odd names
SELECT COUNT(*) AS m0 FROM "uc_cata log"."sche""ma"."ta'ble" AS t0 WHERE (t0."od`d ""name" = ?)
--   int 1

-- units by key
SELECT COUNT(DISTINCT t0."customer_id") AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)
--   int 18

-- units twice
SELECT COUNT(DISTINCT t0."customer_id") AS m0, COUNT(DISTINCT t0."customer_id") AS m1 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)

-- valued units of rows
SELECT COUNT(u.v0) AS m0 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- valued units of rows, exact type
SELECT COUNT(u.v0) AS m0 FROM (SELECT CAST(t0."spend" AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum of rows, double
SELECT COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum of rows, int
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."age" AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum by key, int
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(t0."age") AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- sum of rows, bigint
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."big" AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum by key, bigint
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(t0."big") AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- sum of rows, decimal(12,2)
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."spend" AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum by key, decimal(12,2)
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(t0."spend") AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- sum of rows, decimal(38,2)
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."wide" AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum by key, decimal(38,2)
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN CAST(t0."wide" AS DOUBLE) < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CAST(t0."wide" AS DOUBLE) > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CAST(t0."wide" AS DOUBLE) END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- sum of rows, float
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CASE WHEN CAST(t0."score" AS DOUBLE) BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CAST(t0."score" AS DOUBLE) END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u
--   int 18

-- sum by key, float
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN CAST(t0."score" AS DOUBLE) BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CAST(t0."score" AS DOUBLE) < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CAST(t0."score" AS DOUBLE) > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CAST(t0."score" AS DOUBLE) END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, SUM, double
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN t0."ltv" > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE t0."ltv" END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, SUM, decimal
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(t0."spend") AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, AVERAGE, double
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN t0."ltv" > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE t0."ltv" END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 / CAST(NULLIF(COUNT(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END), 0) AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, AVERAGE, decimal
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(t0."spend") AS DOUBLE) / CAST(NULLIF(COUNT(t0."spend"), 0) AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, MINIMUM, double
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MIN(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END) AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, MINIMUM, decimal
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MIN(t0."spend") AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, MAXIMUM, double
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MAX(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END) AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- by key, MAXIMUM, decimal
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MAX(t0."spend") AS DOUBLE) AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- several measures of several values
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0, COUNT(*) AS m1, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v1 < 0.0E0 THEN 0.0E0 WHEN u.v1 > 120.0E0 THEN 120.0E0 ELSE u.v1 END - 60.0E0) / 60.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m2, COUNT(u.v0) AS m3 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN t0."ltv" > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE t0."ltv" END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, CAST(MAX(t0."age") AS DOUBLE) AS v1 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u
--   int 18

-- linear bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0 THEN 0 WHEN u.v0 >= 19995.1171875E0 THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0) / 20000.0E0 * 4096.0E0) AS INT) END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- linear bins by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0 THEN 0 WHEN u.v0 >= 19995.1171875E0 THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0) / 20000.0E0 * 4096.0E0) AS INT) END AS cell, u.v0 AS v0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN t0."ltv" > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE t0."ltv" END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- stretched bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 < 0.03308447723164798E0 THEN 0 WHEN u.v0 >= 19966.145757393402E0 THEN 4095 ELSE CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN -LN(1.0E0 + ABS(u.v0) / 19.53125E0) ELSE LN(1.0E0 + ABS(u.v0) / 19.53125E0) END - 0.0E0) / 6.932447891572509E0 * 4096.0E0) AS INT) END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- logarithmic bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0 THEN 2047 WHEN u.v0 > 0.0E0 THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell

-- logarithmic bins by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0 THEN 2047 WHEN u.v0 > 0.0E0 THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END END AS cell, u.v0 AS v0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-7.378697629483821E19) THEN (-7.378697629483821E19) WHEN t0."ltv" > 7.378697629483821E19 THEN 7.378697629483821E19 ELSE t0."ltv" END END * 16777216.0E0) AS HUGEINT)) AS DOUBLE) * 5.960464477539063E-8 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- by city, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18

-- by city, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18

-- by consent, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0."consent" = ?) THEN 0 WHEN (t0."consent" = ?) THEN 1 WHEN (t0."consent" IS NULL) THEN 2 ELSE 3 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   boolean true
--   boolean false
--   int 18

-- by consent, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, CASE WHEN (t0."consent" = ?) THEN 0 WHEN (t0."consent" = ?) THEN 1 WHEN (t0."consent" IS NULL) THEN 2 ELSE 3 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   boolean true
--   boolean false
--   int 18

-- by bands of ages, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0."age" < ?) THEN 0 WHEN (t0."age" <= ?) THEN 1 WHEN (t0."age" IS NULL) THEN 3 ELSE 2 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   int 18
--   int 64
--   int 18

-- by bands of ages, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, CASE WHEN (t0."age" < ?) THEN 0 WHEN (t0."age" <= ?) THEN 1 WHEN (t0."age" IS NULL) THEN 3 ELSE 2 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   int 64
--   int 18

-- by bands of days, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0."joined" < CAST(? AS DATE)) THEN 0 WHEN (t0."joined" IS NULL) THEN 2 ELSE 1 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   string 2024-02-29
--   int 18

-- by bands of days, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, CASE WHEN (t0."joined" < CAST(? AS DATE)) THEN 0 WHEN (t0."joined" IS NULL) THEN 2 ELSE 1 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   string 2024-02-29
--   int 18

-- by DAY, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   string 2025-01-01
--   int 18
--   string 2025-01-01
--   string 2025-01-13

-- by DAY, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string 2025-01-01
--   int 18
--   string 2025-01-01
--   string 2025-01-13

-- by WEEK, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CAST(FLOOR(DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") / 7) AS INT) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   string 2024-01-01
--   int 18
--   string 2024-01-01
--   string 2024-03-25

-- by WEEK, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, CAST(FLOOR(DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") / 7) AS INT) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string 2024-01-01
--   int 18
--   string 2024-01-01
--   string 2024-03-25

-- by MONTH, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24301 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   int 18
--   string 2025-01-01
--   string 2026-01-01

-- by MONTH, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24301 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2026-01-01

-- by QUARTER, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0."joined") * 4 + EXTRACT(QUARTER FROM t0."joined") - 8101 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   int 18
--   string 2025-01-01
--   string 2028-01-01

-- by QUARTER, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, EXTRACT(YEAR FROM t0."joined") * 4 + EXTRACT(QUARTER FROM t0."joined") - 8101 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2028-01-01

-- by YEAR, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0."joined") - 2025 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   int 18
--   string 2025-01-01
--   string 2037-01-01

-- by YEAR, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, EXTRACT(YEAR FROM t0."joined") - 2025 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2037-01-01

-- by QUARTER of instants, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) * 4 + EXTRACT(QUARTER FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) - 8096 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) AND (t0."seen" < MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP))))) AS u GROUP BY u.cell
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-04-01T00:00

-- by QUARTER of instants, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, EXTRACT(YEAR FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) * 4 + EXTRACT(QUARTER FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) - 8096 AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) AND (t0."seen" < MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP))))) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-04-01T00:00

-- by DAY of wall clocks, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), CAST(t0."called" AS DATE)) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."called" >= ?) AND (t0."called" < ?)) AS u GROUP BY u.cell
--   string 2023-10-01
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-10-01T00:00

-- by DAY of wall clocks, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), CAST(t0."called" AS DATE)) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."called" >= ?) AND (t0."called" < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string 2023-10-01
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-10-01T00:00

-- by month as a number, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT w0.place AS cell FROM "uc_main"."leads"."customers" AS t0 JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0."age" = w0.period WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   int 18

-- by month as a number, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, w0.place AS cell FROM "uc_main"."leads"."customers" AS t0 JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0."age" = w0.period WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by day as a text, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT w0.place AS cell FROM "uc_main"."leads"."customers" AS t0 JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0."city" = w0.period WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   int 18

-- by day as a text, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0."customer_id" AS unit, w0.place AS cell FROM "uc_main"."leads"."customers" AS t0 JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0."city" = w0.period WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by city and month, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18
--   string 2023-10-01
--   string 2024-01-01

-- by city and month, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string NYC
--   string it's
--   int 18
--   string 2023-10-01
--   string 2024-01-01

-- values found in the data, of rows
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(*) AS m0 FROM (SELECT t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(*) AS m0 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2)), r.g0, r.g1, r.g2) AS turn FROM (SELECT t0."customer_id" AS unit, t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   bigint 20240101
--   double 1000.0
--   int 18

-- days found in the data, of rows
SELECT CAST(u.g0 AS VARCHAR) AS g0, COUNT(*) AS m0 FROM (SELECT t0."joined" AS g0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.g0 HAVING COUNT(*) >= 1 LIMIT 100001
--   int 18

-- days found in the data, by key
SELECT CAST(u.g0 AS VARCHAR) AS g0, COUNT(*) AS m0 FROM (SELECT r.g0 AS g0, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.g0)), r.g0) AS turn FROM (SELECT t0."customer_id" AS unit, t0."joined" AS g0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.g0) AS u WHERE (u.turn <= 4) GROUP BY u.g0 HAVING COUNT(*) >= 1 LIMIT 100001
--   bigint 20240101
--   int 18

-- funnel, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN CASE WHEN (t0."consent" = TRUE) THEN CASE WHEN (t0."spend" > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell FROM (SELECT BIT_OR(CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END) AS marks FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT BIT_OR(CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, of rows
SELECT COALESCE(COUNT_IF((t0."city" = ?)), 0) AS m0, COALESCE(COUNT_IF((t0."consent" = TRUE)), 0) AS m1, COALESCE(COUNT_IF((t0."spend" > ?)), 0) AS m2 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, by key
SELECT COUNT(u.c0) AS m0, COUNT(u.c1) AS m1, COUNT(u.c2) AS m2 FROM (SELECT MAX(r.c0) AS c0, MAX(r.c1) AS c1, MAX(r.c2) AS c2 FROM (SELECT t0."customer_id" AS unit, CASE WHEN (t0."city" = ?) THEN 1 END AS c0, CASE WHEN (t0."consent" = TRUE) THEN 1 END AS c1, CASE WHEN (t0."spend" > ?) THEN 1 END AS c2 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- by city and month, of rows, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286) AS cell, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18
--   string 2023-10-01
--   string 2024-01-01

-- by city and month, by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT r.cell AS cell, CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT t0."customer_id" AS unit, (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286) AS cell, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string NYC
--   string it's
--   int 18
--   string 2023-10-01
--   string 2024-01-01

-- values found in the data, of rows, with a sum
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key, with a sum
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2)), r.g0, r.g1, r.g2) AS turn FROM (SELECT t0."customer_id" AS unit, t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   bigint 20240101
--   double 1000.0
--   int 18

-- funnel, of rows, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN (t0."city" = ?) THEN CASE WHEN (t0."consent" = TRUE) THEN CASE WHEN (t0."spend" > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell, u.v0 AS v0 FROM (SELECT BIT_OR(CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END) AS marks, CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN t0."ltv" > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE t0."ltv" END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, of rows, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS cell, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN 0.0E0 WHEN u.v0 > 20000.0E0 THEN 20000.0E0 ELSE u.v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT BIT_OR(CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END) AS cell, CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN t0."ltv" > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE t0."ltv" END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, of rows, with a sum
SELECT COUNT(u.c0) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0 THEN 0.0E0 WHEN u.c0v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c0v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0 THEN 0.0E0 WHEN u.c1v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c1v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0 THEN 0.0E0 WHEN u.c2v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c2v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m5 FROM (SELECT r.c0 AS c0, CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.c0 = 1 THEN r.x0 END END AS c0v0, r.c1 AS c1, CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.c1 = 1 THEN r.x0 END END AS c1v0, r.c2 AS c2, CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.c2 = 1 THEN r.x0 END END AS c2v0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 1 END AS c0, CASE WHEN (t0."consent" = TRUE) THEN 1 END AS c1, CASE WHEN (t0."spend" > ?) THEN 1 END AS c2, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?)) AS r) AS u
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, by key, with a sum
SELECT COUNT(u.c0) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0 THEN 0.0E0 WHEN u.c0v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c0v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0 THEN 0.0E0 WHEN u.c1v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c1v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0 THEN 0.0E0 WHEN u.c2v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c2v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m5 FROM (SELECT MAX(r.c0) AS c0, CAST(SUM(CAST(ROUND(CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CASE WHEN r.c0 = 1 THEN r.x0 END > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CASE WHEN r.c0 = 1 THEN r.x0 END END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS c0v0, MAX(r.c1) AS c1, CAST(SUM(CAST(ROUND(CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CASE WHEN r.c1 = 1 THEN r.x0 END > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CASE WHEN r.c1 = 1 THEN r.x0 END END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS c1v0, MAX(r.c2) AS c2, CAST(SUM(CAST(ROUND(CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CASE WHEN r.c2 = 1 THEN r.x0 END > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CASE WHEN r.c2 = 1 THEN r.x0 END END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS c2v0 FROM (SELECT t0."customer_id" AS unit, CASE WHEN (t0."city" = ?) THEN 1 END AS c0, CASE WHEN (t0."consent" = TRUE) THEN 1 END AS c1, CASE WHEN (t0."spend" > ?) THEN 1 END AS c2, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- units by key, every row read
SELECT COUNT(DISTINCT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)
--   int 18

-- valued units of rows, every row read
SELECT COUNT(CASE WHEN u.unit IS NOT NULL THEN u.v0 END) AS m0 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- valued units of rows, exact type, every row read
SELECT COUNT(CASE WHEN u.unit IS NOT NULL THEN u.v0 END) AS m0 FROM (SELECT CAST(t0."spend" AS DOUBLE) AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum of rows, double, every row read
SELECT COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum of rows, int, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."age" AS DOUBLE) AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, int, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."age" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, bigint, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."big" AS DOUBLE) AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, bigint, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."big" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, decimal(12,2), every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."spend" AS DOUBLE) AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, decimal(12,2), every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."spend" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, decimal(38,2), every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(t0."wide" AS DOUBLE) AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, decimal(38,2), every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN CAST(r.x0 AS DOUBLE) < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CAST(r.x0 AS DOUBLE) > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CAST(r.x0 AS DOUBLE) END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."wide" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, float, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CASE WHEN CAST(t0."score" AS DOUBLE) BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CAST(t0."score" AS DOUBLE) END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, float, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CAST(t0."score" AS DOUBLE) AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, SUM, double, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, SUM, decimal, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."spend" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, AVERAGE, double, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 / CAST(NULLIF(COUNT(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN r.x0 END), 0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, AVERAGE, decimal, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(SUM(r.x0) AS DOUBLE) / CAST(NULLIF(COUNT(r.x0), 0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."spend" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MINIMUM, double, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MIN(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN r.x0 END) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MINIMUM, decimal, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MIN(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."spend" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MAXIMUM, double, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MAX(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN r.x0 END) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MAXIMUM, decimal, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0 FROM (SELECT CAST(MAX(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."spend" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- several measures of several values, every row read
SELECT COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m0, COUNT(u.unit) AS m1, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v1 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v1 END > 120.0E0 THEN 120.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v1 END END - 60.0E0) / 60.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m2, COUNT(CASE WHEN u.unit IS NOT NULL THEN u.v0 END) AS m3 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, CAST(MAX(r.x1) AS DOUBLE) AS v1, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0, t0."age" AS x1 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- linear bins of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0 THEN 0 WHEN u.v0 >= 19995.1171875E0 THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0) / 20000.0E0 * 4096.0E0) AS INT) END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- linear bins by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0 THEN 0 WHEN u.v0 >= 19995.1171875E0 THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0) / 20000.0E0 * 4096.0E0) AS INT) END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- stretched bins of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN u.v0 < 0.03308447723164798E0 THEN 0 WHEN u.v0 >= 19966.145757393402E0 THEN 4095 ELSE CAST(FLOOR((CASE WHEN u.v0 < 0.0E0 THEN -LN(1.0E0 + ABS(u.v0) / 19.53125E0) ELSE LN(1.0E0 + ABS(u.v0) / 19.53125E0) END - 0.0E0) / 6.932447891572509E0 * 4096.0E0) AS INT) END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- logarithmic bins by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0 THEN 2047 WHEN u.v0 > 0.0E0 THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-7.378697629483821E19) THEN (-7.378697629483821E19) WHEN r.x0 > 7.378697629483821E19 THEN 7.378697629483821E19 ELSE r.x0 END END * 16777216.0E0) AS HUGEINT)) AS DOUBLE) * 5.960464477539063E-8 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- by city, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END AS cell, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18

-- by city, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   string it's

-- by consent, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."consent" = ?) THEN 0 WHEN (t0."consent" = ?) THEN 1 WHEN (t0."consent" IS NULL) THEN 2 ELSE 3 END AS cell, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   boolean true
--   boolean false
--   int 18

-- by consent, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."consent" = ?) THEN 0 WHEN (t0."consent" = ?) THEN 1 WHEN (t0."consent" IS NULL) THEN 2 ELSE 3 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   boolean true
--   boolean false

-- by bands of ages, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."age" < ?) THEN 0 WHEN (t0."age" <= ?) THEN 1 WHEN (t0."age" IS NULL) THEN 3 ELSE 2 END AS cell, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   int 18
--   int 64
--   int 18

-- by bands of ages, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."age" < ?) THEN 0 WHEN (t0."age" <= ?) THEN 1 WHEN (t0."age" IS NULL) THEN 3 ELSE 2 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   int 18
--   int 64

-- by bands of days, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."joined" < CAST(? AS DATE)) THEN 0 WHEN (t0."joined" IS NULL) THEN 2 ELSE 1 END AS cell, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2024-02-29
--   int 18

-- by bands of days, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."joined" < CAST(? AS DATE)) THEN 0 WHEN (t0."joined" IS NULL) THEN 2 ELSE 1 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   string 2024-02-29

-- by DAY, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2025-01-01
--   string 2025-01-13
--   string 2025-01-01
--   int 18
--   string 2025-01-01
--   string 2025-01-13

-- by DAY, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2025-01-13
--   string 2025-01-01
--   string 2025-01-13
--   string 2025-01-01

-- by WEEK, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN CAST(FLOOR(DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") / 7) AS INT) END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2024-01-01
--   string 2024-03-25
--   string 2024-01-01
--   int 18
--   string 2024-01-01
--   string 2024-03-25

-- by WEEK, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN CAST(FLOOR(DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), t0."joined") / 7) AS INT) END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2024-01-01
--   string 2024-03-25
--   string 2024-01-01
--   string 2024-03-25
--   string 2024-01-01

-- by MONTH, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24301 END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2025-01-01
--   string 2026-01-01
--   int 18
--   string 2025-01-01
--   string 2026-01-01

-- by MONTH, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24301 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2026-01-01
--   string 2025-01-01
--   string 2026-01-01

-- by QUARTER, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 4 + EXTRACT(QUARTER FROM t0."joined") - 8101 END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2025-01-01
--   string 2028-01-01
--   int 18
--   string 2025-01-01
--   string 2028-01-01

-- by QUARTER, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 4 + EXTRACT(QUARTER FROM t0."joined") - 8101 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2028-01-01
--   string 2025-01-01
--   string 2028-01-01

-- by YEAR, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") - 2025 END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2025-01-01
--   string 2037-01-01
--   int 18
--   string 2025-01-01
--   string 2037-01-01

-- by YEAR, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") - 2025 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2025-01-01
--   string 2037-01-01
--   string 2025-01-01
--   string 2037-01-01

-- by QUARTER of instants, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) AND (t0."seen" < MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) THEN EXTRACT(YEAR FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) * 4 + EXTRACT(QUARTER FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) - 8096 END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) AND (t0."seen" < MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-04-01T00:00
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-04-01T00:00

-- by QUARTER of instants, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) AND (t0."seen" < MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) THEN t0."customer_id" END AS unit, CASE WHEN (t0."seen" >= MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) AND (t0."seen" < MAKE_TIMESTAMPTZ(EPOCH_US(CAST(? AS TIMESTAMP)))) THEN EXTRACT(YEAR FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) * 4 + EXTRACT(QUARTER FROM MAKE_TIMESTAMP(EPOCH_US(t0."seen"))) - 8096 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-04-01T00:00
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-04-01T00:00

-- by DAY of wall clocks, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."called" >= ?) AND (t0."called" < ?) THEN DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), CAST(t0."called" AS DATE)) END AS cell, CASE WHEN (t0."age" >= ?) AND (t0."called" >= ?) AND (t0."called" < ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-10-01T00:00
--   string 2023-10-01
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-10-01T00:00

-- by DAY of wall clocks, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."called" >= ?) AND (t0."called" < ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."called" >= ?) AND (t0."called" < ?) THEN DATE_DIFF('day', CAST(CAST(? AS DATE) AS DATE), CAST(t0."called" AS DATE)) END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-10-01T00:00
--   timestamp_ntz 2023-10-01T00:00
--   timestamp_ntz 2024-10-01T00:00
--   string 2023-10-01

-- by month as a number, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT w0.place AS cell, CASE WHEN (t0."age" >= ?) AND (w0.place IS NOT NULL) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 LEFT JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0."age" = w0.period WHERE TRUE) AS u GROUP BY u.cell
--   int 18

-- by month as a number, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) AND (w0.place IS NOT NULL) THEN t0."customer_id" END AS unit, w0.place AS cell FROM "uc_main"."leads"."customers" AS t0 LEFT JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0."age" = w0.period WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by day as a text, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT w0.place AS cell, CASE WHEN (t0."age" >= ?) AND (w0.place IS NOT NULL) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 LEFT JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0."city" = w0.period WHERE TRUE) AS u GROUP BY u.cell
--   int 18

-- by day as a text, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) AND (w0.place IS NOT NULL) THEN t0."customer_id" END AS unit, w0.place AS cell FROM "uc_main"."leads"."customers" AS t0 LEFT JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0."city" = w0.period WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by city and month, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286 END) AS cell, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   string 2023-10-01
--   string 2024-01-01
--   int 18
--   string 2023-10-01
--   string 2024-01-01

-- by city and month, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286 END) AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2023-10-01
--   string 2024-01-01
--   string NYC
--   string it's
--   string 2023-10-01
--   string 2024-01-01

-- values found in the data, of rows, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0 FROM (SELECT t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2)), r.g0, r.g1, r.g2) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   bigint 20240101
--   int 18
--   double 1000.0

-- days found in the data, of rows, every row read
SELECT CAST(u.g0 AS VARCHAR) AS g0, COUNT(u.unit) AS m0 FROM (SELECT t0."joined" AS g0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.g0 HAVING COUNT(u.unit) >= 1 LIMIT 100001
--   int 18

-- days found in the data, by key, every row read
SELECT CAST(u.g0 AS VARCHAR) AS g0, COUNT(u.unit) AS m0 FROM (SELECT r.g0 AS g0, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.g0)), r.g0) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."joined" AS g0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.g0) AS u WHERE (u.turn <= 4) GROUP BY u.g0 HAVING COUNT(u.unit) >= 1 LIMIT 100001
--   bigint 20240101
--   int 18

-- funnel, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN CASE WHEN (t0."consent" = TRUE) THEN CASE WHEN (t0."spend" > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell, u.unit AS unit FROM (SELECT BIT_OR(r.marks) AS marks, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS marks FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- atoms, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS cell, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT BIT_OR(r.cell) AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS cell FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- each condition, of rows, every row read
SELECT COALESCE(COUNT_IF(((t0."age" >= ?) AND (t0."city" = ?))), 0) AS m0, COALESCE(COUNT_IF(((t0."age" >= ?) AND (t0."consent" = TRUE))), 0) AS m1, COALESCE(COUNT_IF(((t0."age" >= ?) AND (t0."spend" > ?))), 0) AS m2 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- each condition, by key, every row read
SELECT COUNT(u.c0) AS m0, COUNT(u.c1) AS m1, COUNT(u.c2) AS m2 FROM (SELECT MAX(r.c0) AS c0, MAX(r.c1) AS c1, MAX(r.c2) AS c2 FROM (SELECT t0."customer_id" AS unit, CASE WHEN ((t0."age" >= ?) AND (t0."city" = ?)) THEN 1 END AS c0, CASE WHEN ((t0."age" >= ?) AND (t0."consent" = TRUE)) THEN 1 END AS c1, CASE WHEN ((t0."age" >= ?) AND (t0."spend" > ?)) THEN 1 END AS c2 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- by city and month, of rows, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286 END) AS cell, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   string 2023-10-01
--   string 2024-01-01
--   int 18
--   string 2023-10-01
--   string 2024-01-01

-- by city and month, by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT r.cell AS cell, CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.cell)), r.cell) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) AND (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN t0."customer_id" END AS unit, (CASE WHEN (t0."city" = ?) THEN 0 WHEN (t0."city" = ?) THEN 1 WHEN (t0."city" IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0."joined" >= CAST(? AS DATE)) AND (t0."joined" < CAST(? AS DATE)) THEN EXTRACT(YEAR FROM t0."joined") * 12 + EXTRACT(MONTH FROM t0."joined") - 24286 END) AS cell, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2023-10-01
--   string 2024-01-01
--   string NYC
--   string it's
--   string 2023-10-01
--   string 2024-01-01

-- values found in the data, of rows, with a sum, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key, with a sum, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS VARCHAR) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY HASH(HASH(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2)), r.g0, r.g1, r.g2) AS turn FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, t0."city" AS g0, CASE WHEN CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(DATE_TRUNC('MONTH', CAST(MAKE_TIMESTAMP(EPOCH_US(t0."seen")) AS DATE)) AS DATE) END AS g1, CASE WHEN (t0."ltv" < ?) THEN 0 WHEN (t0."ltv" IS NULL) THEN 2 ELSE 1 END AS g2, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   bigint 20240101
--   int 18
--   double 1000.0

-- funnel, of rows, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN (t0."city" = ?) THEN CASE WHEN (t0."consent" = TRUE) THEN CASE WHEN (t0."spend" > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT BIT_OR(r.marks) AS marks, CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS marks, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- atoms, of rows, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS cell, CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0, CASE WHEN (t0."age" >= ?) THEN 1 END AS unit FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0 THEN 0.0E0 WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0 THEN 20000.0E0 ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1 FROM (SELECT BIT_OR(r.cell) AS cell, CAST(SUM(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.x0 < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN r.x0 > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE r.x0 END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0."age" >= ?) THEN t0."customer_id" END AS unit, CASE WHEN (t0."city" = ?) THEN 1 ELSE 0 END + CASE WHEN (t0."consent" = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0."spend" > ?) THEN 4 ELSE 0 END AS cell, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- each condition, of rows, with a sum, every row read
SELECT COUNT(u.c0) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0 THEN 0.0E0 WHEN u.c0v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c0v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0 THEN 0.0E0 WHEN u.c1v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c1v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0 THEN 0.0E0 WHEN u.c2v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c2v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m5 FROM (SELECT r.c0 AS c0, CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.c0 = 1 THEN r.x0 END END AS c0v0, r.c1 AS c1, CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.c1 = 1 THEN r.x0 END END AS c1v0, r.c2 AS c2, CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN r.c2 = 1 THEN r.x0 END END AS c2v0 FROM (SELECT CASE WHEN ((t0."age" >= ?) AND (t0."city" = ?)) THEN 1 END AS c0, CASE WHEN ((t0."age" >= ?) AND (t0."consent" = TRUE)) THEN 1 END AS c1, CASE WHEN ((t0."age" >= ?) AND (t0."spend" > ?)) THEN 1 END AS c2, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS r) AS u
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- each condition, by key, with a sum, every row read
SELECT COUNT(u.c0) AS m0, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0 THEN 0.0E0 WHEN u.c0v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c0v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0 THEN 0.0E0 WHEN u.c1v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c1v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(SUM(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0 THEN 0.0E0 WHEN u.c2v0 > 20000.0E0 THEN 20000.0E0 ELSE u.c2v0 END - 10000.0E0) / 10000.0E0 * 1048576.0E0 + 0.5E0) AS BIGINT)), 0) AS m5 FROM (SELECT MAX(r.c0) AS c0, CAST(SUM(CAST(ROUND(CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CASE WHEN r.c0 = 1 THEN r.x0 END > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CASE WHEN r.c0 = 1 THEN r.x0 END END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS c0v0, MAX(r.c1) AS c1, CAST(SUM(CAST(ROUND(CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CASE WHEN r.c1 = 1 THEN r.x0 END > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CASE WHEN r.c1 = 1 THEN r.x0 END END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS c1v0, MAX(r.c2) AS c2, CAST(SUM(CAST(ROUND(CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END < (-4.722366482869645E21) THEN (-4.722366482869645E21) WHEN CASE WHEN r.c2 = 1 THEN r.x0 END > 4.722366482869645E21 THEN 4.722366482869645E21 ELSE CASE WHEN r.c2 = 1 THEN r.x0 END END END * 262144.0E0) AS HUGEINT)) AS DOUBLE) * 0.000003814697265625E0 AS c2v0 FROM (SELECT t0."customer_id" AS unit, CASE WHEN ((t0."age" >= ?) AND (t0."city" = ?)) THEN 1 END AS c0, CASE WHEN ((t0."age" >= ?) AND (t0."consent" = TRUE)) THEN 1 END AS c1, CASE WHEN ((t0."age" >= ?) AND (t0."spend" > ?)) THEN 1 END AS c2, t0."ltv" AS x0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- a row of a related table
SELECT COUNT(DISTINCT t0."customer_id") AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."age" >= ?)), 0) AS c0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE (t0."leadgen related rows 0" >= ?) AND (t0."customer_id" IS NOT NULL)
--   int 18
--   bigint 1

-- a row of a related table, hidden
SELECT COUNT(DISTINCT CASE WHEN (t0."leadgen related rows 0" >= ?) THEN t0."customer_id" END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."age" >= ?)), 0) AS c0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)
--   bigint 1
--   int 18

-- no row of a related table
SELECT COUNT(DISTINCT t0."customer_id") AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."city" = ?)), 0) AS c0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE (t0."leadgen related rows 0" = ?) AND (t0."customer_id" IS NOT NULL)
--   string Bonn
--   bigint 0

-- no row of a related table, hidden
SELECT COUNT(DISTINCT CASE WHEN (t0."leadgen related rows 0" = ?) THEN t0."customer_id" END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."city" = ?)), 0) AS c0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)
--   bigint 0
--   string Bonn

-- rows of related tables, compared
SELECT COUNT(DISTINCT t0."customer_id") AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0", COALESCE(j0.c1, 0) AS "leadgen related rows 1", COALESCE(j0.c2, 0) AS "leadgen related rows 2" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."age" >= ?)), 0) AS c0, COALESCE(COUNT_IF((t0."city" = ?)), 0) AS c1, COALESCE(COUNT_IF(TRUE), 0) AS c2 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE ((t0."leadgen related rows 0" > t0."leadgen related rows 1") AND (t0."leadgen related rows 2" < ?)) AND (t0."customer_id" IS NOT NULL)
--   int 18
--   string Bonn
--   bigint 4

-- rows of related tables, compared, hidden
SELECT COUNT(DISTINCT CASE WHEN ((t0."leadgen related rows 0" > t0."leadgen related rows 1") AND (t0."leadgen related rows 2" < ?)) THEN t0."customer_id" END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0", COALESCE(j0.c1, 0) AS "leadgen related rows 1", COALESCE(j0.c2, 0) AS "leadgen related rows 2" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."age" >= ?)), 0) AS c0, COALESCE(COUNT_IF((t0."city" = ?)), 0) AS c1, COALESCE(COUNT_IF(TRUE), 0) AS c2 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)
--   bigint 4
--   int 18
--   string Bonn

-- rows in a partition of a related table
SELECT COUNT(DISTINCT t0."customer_id") AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF(((t0."tiny" >= ?) AND (t0."consent" = TRUE))), 0) AS c0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) AND (((t0."tiny" >= ?))) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE (t0."leadgen related rows 0" >= ?) AND (t0."customer_id" IS NOT NULL)
--   tinyint 1
--   tinyint 1
--   bigint 2

-- rows in a partition of a related table, hidden
SELECT COUNT(DISTINCT CASE WHEN (t0."leadgen related rows 0" >= ?) THEN t0."customer_id" END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF(((t0."tiny" >= ?) AND (t0."consent" = TRUE))), 0) AS c0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) AND (((t0."tiny" >= ?))) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE TRUE AND (t0."customer_id" IS NOT NULL)
--   bigint 2
--   tinyint 1
--   tinyint 1

-- a funnel with rows of related tables
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 WHEN MOD(u.marks, 16) < 15 THEN 3 ELSE 4 END AS cell FROM (SELECT BIT_OR(CASE WHEN (t0."leadgen related rows 0" >= ?) THEN 1 ELSE 0 END + CASE WHEN (t0."leadgen related rows 1" = ?) THEN 2 ELSE 0 END + CASE WHEN ((t0."leadgen related rows 0" > t0."leadgen related rows 1") AND (t0."leadgen related rows 2" < ?)) THEN 4 ELSE 0 END + CASE WHEN (t0."leadgen related rows 3" >= ?) THEN 8 ELSE 0 END) AS marks FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS "leadgen related rows 0", COALESCE(j0.c1, 0) AS "leadgen related rows 1", COALESCE(j0.c2, 0) AS "leadgen related rows 2", COALESCE(j0.c3, 0) AS "leadgen related rows 3" FROM "uc_main"."leads"."customers" AS s0 LEFT JOIN (SELECT t0."customer_id" AS unit, COALESCE(COUNT_IF((t0."age" >= ?)), 0) AS c0, COALESCE(COUNT_IF((t0."city" = ?)), 0) AS c1, COALESCE(COUNT_IF(TRUE), 0) AS c2, COALESCE(COUNT_IF(((t0."tiny" >= ?) AND (t0."consent" = TRUE))), 0) AS c3 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS j0 ON j0.unit = s0."customer_id") AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u) AS u GROUP BY u.cell
--   bigint 1
--   bigint 0
--   bigint 4
--   bigint 2
--   int 18
--   string Bonn
--   tinyint 1
--   int 18

