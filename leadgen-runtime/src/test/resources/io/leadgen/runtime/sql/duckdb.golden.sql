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
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (TRIM(t0."city") = ?)
--   string nyc

-- LTRIM
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (LTRIM(t0."city") = ?)
--   string nyc

-- RTRIM
SELECT COUNT(*) AS m0 FROM "uc_main"."leads"."customers" AS t0 WHERE (RTRIM(t0."city") = ?)
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

-- logarithmic bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0 THEN 2047 WHEN u.v0 > 0.0E0 THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN t0."ltv" END AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell

-- logarithmic bins by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0 THEN 2047 WHEN u.v0 > 0.0E0 THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0 THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21 THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30) * 34.624680981335125E0 + 337.000000001E0) AS INT) END END AS cell, u.v0 AS v0 FROM (SELECT CAST(SUM(CAST(ROUND(CASE WHEN t0."ltv" BETWEEN (-1.7976931348623157E308) AND 1.7976931348623157E308 THEN CASE WHEN t0."ltv" < (-7.378697629483821E19) THEN (-7.378697629483821E19) WHEN t0."ltv" > 7.378697629483821E19 THEN 7.378697629483821E19 ELSE t0."ltv" END END * 16777216.0E0) AS HUGEINT)) AS DOUBLE) * 5.960464477539063E-8 AS v0 FROM "uc_main"."leads"."customers" AS t0 WHERE (t0."age" >= ?) AND (t0."customer_id" IS NOT NULL) GROUP BY t0."customer_id") AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

