-- all rows
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE

-- no rows
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE FALSE

-- unknown
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE CAST(NULL AS BOOLEAN)

-- and, or, not
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` > ?) AND ((t0.`city` = ?) OR (NOT (t0.`city` IS NULL)) OR CAST(NULL AS BOOLEAN)))
--   int 25
--   string NYC

-- integer EQ
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` = ?)
--   int 25

-- integer EQ a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` <> t0.`age`)

-- integer EQ beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` <> t0.`tiny`)

-- string EQ
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` = ?)
--   string it's

-- integer NE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` <> ?)
--   int 25

-- integer NE a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` = t0.`age`)

-- integer NE beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` = t0.`tiny`)

-- string NE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` <> ?)
--   string it's

-- integer LT
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` < ?)
--   int 25

-- integer LT a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` <= ?)
--   int 25

-- integer LT beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` <= ?)
--   tinyint 127

-- string LT
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` < ?)
--   string it's

-- integer LE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` <= ?)
--   int 25

-- integer LE a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` <= ?)
--   int 25

-- integer LE beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` <= ?)
--   tinyint 127

-- string LE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` <= ?)
--   string it's

-- integer GT
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` > ?)
--   int 25

-- integer GT a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)
--   int 26

-- integer GT beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` <> t0.`tiny`)

-- string GT
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` > ?)
--   string it's

-- integer GE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)
--   int 25

-- integer GE a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)
--   int 26

-- integer GE beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` <> t0.`tiny`)

-- string GE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` >= ?)
--   string it's

-- literal on the left
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` > ?)
--   int 10

-- bigint
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`big` = ?)
--   bigint 9223372036854775807

-- decimal
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`spend` = ?)
--   decimal(12,2) 10.50

-- decimal finer than its scale
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`spend` <= ?)
--   decimal(12,2) 10.55

-- double
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`ltv` > ?)
--   double 0.1

-- float
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(t0.`score` AS DOUBLE) > ?)
--   double 0.1

-- boolean
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`consent` <> ?)
--   boolean true

-- date
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`joined` >= ?)
--   date 2024-02-29

-- instant
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`seen` >= CAST(? AS TIMESTAMP))
--   string 2024-02-29 23:59:59.000001Z

-- wall clock
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`called` >= CAST(? AS TIMESTAMP_NTZ))
--   string 2024-02-29 23:00:00.000000

-- two strings
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` < t0.`other_city`)

-- two integers
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(t0.`tiny` AS BIGINT) < t0.`big`)

-- integer and decimal
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(t0.`age` AS DECIMAL(12,2)) = t0.`spend`)

-- decimals without a common type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(t0.`wide` AS DOUBLE) = CAST(t0.`fine` AS DOUBLE))

-- float and double
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(t0.`score` AS DOUBLE) = t0.`ltv`)

-- instant and wall clock
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(t0.`seen` AS TIMESTAMP_NTZ) <= t0.`called`)

-- between
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` >= ?) AND (t0.`age` <= ?))
--   int 18
--   int 65

-- between fractions
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` >= ?) AND (t0.`age` <= ?))
--   int 18
--   int 65

-- in
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` IN (?, ?))
--   string LA
--   string NYC

-- in, one beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` IN (?))
--   tinyint 1

-- in, all beyond its type
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`tiny` <> t0.`tiny`)

-- like with all that needs escapes
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` LIKE ? ESCAPE '!')
--   string %50!%!_!!\_

-- starts with
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` LIKE ? ESCAPE '!')
--   string New%

-- ilike
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` ILIKE ? ESCAPE '!')
--   string new%

-- is null
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`city` IS NULL)

-- is true
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`consent` IS TRUE)

-- is false
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`consent` IS FALSE)

-- truth
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`consent` = TRUE)

-- is distinct from
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` IS DISTINCT FROM ?)
--   int 25

-- is distinct from what it cannot be
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE

-- LOWER
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (LOWER(t0.`city`) = ?)
--   string nyc

-- UPPER
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (UPPER(t0.`city`) = ?)
--   string nyc

-- TRIM
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (TRIM(t0.`city`) = ?)
--   string nyc

-- LTRIM
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (LTRIM(t0.`city`) = ?)
--   string nyc

-- RTRIM
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (RTRIM(t0.`city`) = ?)
--   string nyc

-- LENGTH
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CHAR_LENGTH(t0.`city`) > ?)
--   int 3

-- ABS of tinyint
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (ABS(CAST(t0.`tiny` AS BIGINT)) > ?)
--   bigint 5

-- ABS of int
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (ABS(CAST(t0.`age` AS BIGINT)) > ?)
--   bigint 5

-- ABS of bigint
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (ABS(CAST(t0.`big` AS DECIMAL(38,0))) > ?)
--   decimal(38,0) 5

-- ABS of decimal(12,2)
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (ABS(t0.`spend`) > ?)
--   decimal(12,2) 5.00

-- ABS of decimal(38,2)
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(TRIM(LEADING '-' FROM CAST(t0.`wide` AS STRING)) AS DECIMAL(38,2)) > ?)
--   decimal(38,2) 5.00

-- ABS of float
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (ABS(CAST(t0.`score` AS DOUBLE)) > ?)
--   double 5.0

-- ABS of double
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (ABS(t0.`ltv`) > ?)
--   double 5.0

-- COALESCE
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (COALESCE(t0.`age`, CAST(? AS INT)) = ?)
--   int 0
--   int 0

-- COALESCE with a fraction
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (COALESCE(CAST(t0.`age` AS DECIMAL(11,1)), CAST(? AS DECIMAL(11,1))) = ?)
--   decimal(11,1) 0.5
--   decimal(11,1) 0.5

-- NULLIF
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (NULLIF(t0.`city`, CAST(? AS STRING)) IS NULL)
--   string 

-- YEAR of date
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(YEAR FROM t0.`joined`) = ?)
--   int 1

-- YEAR of instant
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(YEAR FROM t0.`seen`) = ?)
--   int 1

-- QUARTER of date
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(QUARTER FROM t0.`joined`) = ?)
--   int 1

-- QUARTER of instant
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(QUARTER FROM t0.`seen`) = ?)
--   int 1

-- MONTH of date
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(MONTH FROM t0.`joined`) = ?)
--   int 1

-- MONTH of instant
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(MONTH FROM t0.`seen`) = ?)
--   int 1

-- DAY of date
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(DAY FROM t0.`joined`) = ?)
--   int 1

-- DAY of instant
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (EXTRACT(DAY FROM t0.`seen`) = ?)
--   int 1

-- DAYOFWEEK of date
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (DAYOFWEEK(t0.`joined`) = ?)
--   int 1

-- DAYOFWEEK of instant
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (DAYOFWEEK(t0.`seen`) = ?)
--   int 1

-- DATE_TRUNC DAY
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(DATE_TRUNC('DAY', t0.`called`) AS DATE) = ?)
--   date 2024-01-01

-- DATE_TRUNC WEEK
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(DATE_TRUNC('WEEK', t0.`called`) AS DATE) = ?)
--   date 2024-01-01

-- DATE_TRUNC MONTH
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(DATE_TRUNC('MONTH', t0.`called`) AS DATE) = ?)
--   date 2024-01-01

-- DATE_TRUNC QUARTER
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(DATE_TRUNC('QUARTER', t0.`called`) AS DATE) = ?)
--   date 2024-01-01

-- DATE_TRUNC YEAR
SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (CAST(DATE_TRUNC('YEAR', t0.`called`) AS DATE) = ?)
--   date 2024-01-01

-- odd names
SELECT COUNT(*) AS m0 FROM `cata log`.`sche"ma`.`ta'ble` AS t0 WHERE (t0.`od``d "name` = ?)
--   int 1

-- units by key
SELECT COUNT(DISTINCT t0.`customer_id`) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)
--   int 18

-- units twice
SELECT COUNT(DISTINCT t0.`customer_id`) AS m0, COUNT(DISTINCT t0.`customer_id`) AS m1 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)

-- valued units of rows
SELECT COUNT(u.v0) AS m0 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- valued units of rows, exact type
SELECT COUNT(u.v0) AS m0 FROM (SELECT CAST(t0.`spend` AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum of rows, double
SELECT COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum of rows, int
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`age` AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum by key, int
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(t0.`age` AS DECIMAL(38,0))) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- sum of rows, bigint
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`big` AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum by key, bigint
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(t0.`big` AS DECIMAL(38,0))) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- sum of rows, decimal(12,2)
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`spend` AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum by key, decimal(12,2)
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(t0.`spend` AS DECIMAL(38,2))) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- sum of rows, decimal(38,2)
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`wide` AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum by key, decimal(38,2)
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CAST(t0.`wide` AS DOUBLE) < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CAST(t0.`wide` AS DOUBLE) > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CAST(t0.`wide` AS DOUBLE) END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- sum of rows, float
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CASE WHEN CAST(t0.`score` AS DOUBLE) BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CAST(t0.`score` AS DOUBLE) END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u
--   int 18

-- sum by key, float
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CAST(t0.`score` AS DOUBLE) BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CAST(t0.`score` AS DOUBLE) < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CAST(t0.`score` AS DOUBLE) > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CAST(t0.`score` AS DOUBLE) END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, SUM, double
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN t0.`ltv` > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE t0.`ltv` END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, SUM, decimal
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(t0.`spend` AS DECIMAL(38,2))) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, AVERAGE, double
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN t0.`ltv` > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE t0.`ltv` END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D / CAST(NULLIF(COUNT(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END), 0) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, AVERAGE, decimal
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(t0.`spend` AS DECIMAL(38,2))) AS DOUBLE) / CAST(NULLIF(COUNT(t0.`spend`), 0) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, MINIMUM, double
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MIN(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, MINIMUM, decimal
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MIN(t0.`spend`) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, MAXIMUM, double
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MAX(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- by key, MAXIMUM, decimal
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MAX(t0.`spend`) AS DOUBLE) AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- several measures of several values
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0, COUNT(*) AS m1, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v1 < 0.0E0D THEN 0.0E0D WHEN u.v1 > 120.0E0D THEN 120.0E0D ELSE u.v1 END - 60.0E0D) / 60.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m2, COUNT(u.v0) AS m3 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN t0.`ltv` > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE t0.`ltv` END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, CAST(MAX(t0.`age`) AS DOUBLE) AS v1 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u
--   int 18

-- linear bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0D THEN 0 WHEN u.v0 >= 19995.1171875E0D THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0D) / 20000.0E0D * 4096.0E0D) AS INT) END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- linear bins by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0D THEN 0 WHEN u.v0 >= 19995.1171875E0D THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0D) / 20000.0E0D * 4096.0E0D) AS INT) END AS cell, u.v0 AS v0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN t0.`ltv` > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE t0.`ltv` END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- stretched bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 < 0.03308447723164798E0D THEN 0 WHEN u.v0 >= 19966.145757393402E0D THEN 4095 ELSE CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN -LN(1.0E0D + ABS(u.v0) / 19.53125E0D) ELSE LN(1.0E0D + ABS(u.v0) / 19.53125E0D) END - 0.0E0D) / 6.932447891572509E0D * 4096.0E0D) AS INT) END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- logarithmic bins of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0D THEN 2047 WHEN u.v0 > 0.0E0D THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0D THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21D THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30D) * 34.624680981335125E0D + 337.000000001E0D) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0D THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21D THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30D) * 34.624680981335125E0D + 337.000000001E0D) AS INT) END END AS cell, u.v0 AS v0 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell

-- logarithmic bins by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0D THEN 2047 WHEN u.v0 > 0.0E0D THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0D THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21D THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30D) * 34.624680981335125E0D + 337.000000001E0D) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0D THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21D THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30D) * 34.624680981335125E0D + 337.000000001E0D) AS INT) END END AS cell, u.v0 AS v0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-7.378697629483821E19D) THEN (-7.378697629483821E19D) WHEN t0.`ltv` > 7.378697629483821E19D THEN 7.378697629483821E19D ELSE t0.`ltv` END END * 16777216.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 5.960464477539063E-8D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- by city, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18

-- by city, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18

-- by consent, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0.`consent` = ?) THEN 0 WHEN (t0.`consent` = ?) THEN 1 WHEN (t0.`consent` IS NULL) THEN 2 ELSE 3 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   boolean true
--   boolean false
--   int 18

-- by consent, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, CASE WHEN (t0.`consent` = ?) THEN 0 WHEN (t0.`consent` = ?) THEN 1 WHEN (t0.`consent` IS NULL) THEN 2 ELSE 3 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   boolean true
--   boolean false
--   int 18

-- by bands of ages, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0.`age` < ?) THEN 0 WHEN (t0.`age` <= ?) THEN 1 WHEN (t0.`age` IS NULL) THEN 3 ELSE 2 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   int 18
--   int 64
--   int 18

-- by bands of ages, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, CASE WHEN (t0.`age` < ?) THEN 0 WHEN (t0.`age` <= ?) THEN 1 WHEN (t0.`age` IS NULL) THEN 3 ELSE 2 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   int 64
--   int 18

-- by bands of days, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0.`joined` < ?) THEN 0 WHEN (t0.`joined` IS NULL) THEN 2 ELSE 1 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   date 2024-02-29
--   int 18

-- by bands of days, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, CASE WHEN (t0.`joined` < ?) THEN 0 WHEN (t0.`joined` IS NULL) THEN 2 ELSE 1 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   date 2024-02-29
--   int 18

-- by DAY, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT DATEDIFF(t0.`joined`, CAST(? AS DATE)) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   date 2025-01-01
--   int 18
--   date 2025-01-01
--   date 2025-01-13

-- by DAY, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, DATEDIFF(t0.`joined`, CAST(? AS DATE)) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   date 2025-01-01
--   int 18
--   date 2025-01-01
--   date 2025-01-13

-- by WEEK, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CAST(FLOOR(DATEDIFF(t0.`joined`, CAST(? AS DATE)) / 7) AS INT) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   date 2024-01-01
--   int 18
--   date 2024-01-01
--   date 2024-03-25

-- by WEEK, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, CAST(FLOOR(DATEDIFF(t0.`joined`, CAST(? AS DATE)) / 7) AS INT) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   date 2024-01-01
--   int 18
--   date 2024-01-01
--   date 2024-03-25

-- by MONTH, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24301 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   int 18
--   date 2025-01-01
--   date 2026-01-01

-- by MONTH, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24301 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2026-01-01

-- by QUARTER, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0.`joined`) * 4 + EXTRACT(QUARTER FROM t0.`joined`) - 8101 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   int 18
--   date 2025-01-01
--   date 2028-01-01

-- by QUARTER, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, EXTRACT(YEAR FROM t0.`joined`) * 4 + EXTRACT(QUARTER FROM t0.`joined`) - 8101 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2028-01-01

-- by YEAR, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0.`joined`) - 2025 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   int 18
--   date 2025-01-01
--   date 2037-01-01

-- by YEAR, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, EXTRACT(YEAR FROM t0.`joined`) - 2025 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2037-01-01

-- by QUARTER of instants, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT EXTRACT(YEAR FROM t0.`seen`) * 4 + EXTRACT(QUARTER FROM t0.`seen`) - 8096 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`seen` >= CAST(? AS TIMESTAMP)) AND (t0.`seen` < CAST(? AS TIMESTAMP))) AS u GROUP BY u.cell
--   int 18
--   string 2023-10-01 00:00:00.000000Z
--   string 2024-04-01 00:00:00.000000Z

-- by QUARTER of instants, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, EXTRACT(YEAR FROM t0.`seen`) * 4 + EXTRACT(QUARTER FROM t0.`seen`) - 8096 AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`seen` >= CAST(? AS TIMESTAMP)) AND (t0.`seen` < CAST(? AS TIMESTAMP))) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   string 2023-10-01 00:00:00.000000Z
--   string 2024-04-01 00:00:00.000000Z

-- by DAY of wall clocks, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT DATEDIFF(CAST(t0.`called` AS DATE), CAST(? AS DATE)) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`called` >= CAST(? AS TIMESTAMP_NTZ)) AND (t0.`called` < CAST(? AS TIMESTAMP_NTZ))) AS u GROUP BY u.cell
--   date 2023-10-01
--   int 18
--   string 2023-10-01 00:00:00.000000
--   string 2024-10-01 00:00:00.000000

-- by DAY of wall clocks, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, DATEDIFF(CAST(t0.`called` AS DATE), CAST(? AS DATE)) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`called` >= CAST(? AS TIMESTAMP_NTZ)) AND (t0.`called` < CAST(? AS TIMESTAMP_NTZ))) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   date 2023-10-01
--   int 18
--   string 2023-10-01 00:00:00.000000
--   string 2024-10-01 00:00:00.000000

-- by month as a number, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT w0.place AS cell FROM `main`.`leads`.`customers` AS t0 JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0.`age` = w0.period WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   int 18

-- by month as a number, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, w0.place AS cell FROM `main`.`leads`.`customers` AS t0 JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0.`age` = w0.period WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by day as a text, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT w0.place AS cell FROM `main`.`leads`.`customers` AS t0 JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0.`city` = w0.period WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   int 18

-- by day as a text, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell FROM (SELECT t0.`customer_id` AS unit, w0.place AS cell FROM `main`.`leads`.`customers` AS t0 JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0.`city` = w0.period WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by city and month, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18
--   date 2023-10-01
--   date 2024-01-01

-- by city and month, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT r.cell AS cell, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string NYC
--   string it's
--   int 18
--   date 2023-10-01
--   date 2024-01-01

-- values found in the data, of rows
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(*) AS m0 FROM (SELECT t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(*) AS m0 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2), r.g0, r.g1, r.g2) AS turn FROM (SELECT t0.`customer_id` AS unit, t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   bigint 20240101
--   double 1000.0
--   int 18

-- days found in the data, of rows
SELECT CAST(u.g0 AS STRING) AS g0, COUNT(*) AS m0 FROM (SELECT t0.`joined` AS g0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.g0 HAVING COUNT(*) >= 1 LIMIT 100001
--   int 18

-- days found in the data, by key
SELECT CAST(u.g0 AS STRING) AS g0, COUNT(*) AS m0 FROM (SELECT r.g0 AS g0, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.g0), r.g0) AS turn FROM (SELECT t0.`customer_id` AS unit, t0.`joined` AS g0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.g0) AS u WHERE (u.turn <= 4) GROUP BY u.g0 HAVING COUNT(*) >= 1 LIMIT 100001
--   bigint 20240101
--   int 18

-- funnel, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN CASE WHEN (t0.`consent` = TRUE) THEN CASE WHEN (t0.`spend` > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell FROM (SELECT BIT_OR(CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END) AS marks FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, of rows
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT BIT_OR(CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, of rows
SELECT COALESCE(COUNT_IF((t0.`city` = ?)), 0) AS m0, COALESCE(COUNT_IF((t0.`consent` = TRUE)), 0) AS m1, COALESCE(COUNT_IF((t0.`spend` > ?)), 0) AS m2 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, by key
SELECT COUNT(u.c0) AS m0, COUNT(u.c1) AS m1, COUNT(u.c2) AS m2 FROM (SELECT MAX(r.c0) AS c0, MAX(r.c1) AS c1, MAX(r.c2) AS c2 FROM (SELECT t0.`customer_id` AS unit, CASE WHEN (t0.`city` = ?) THEN 1 END AS c0, CASE WHEN (t0.`consent` = TRUE) THEN 1 END AS c1, CASE WHEN (t0.`spend` > ?) THEN 1 END AS c2 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- by city and month, of rows, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286) AS cell, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18
--   date 2023-10-01
--   date 2024-01-01

-- by city and month, by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT r.cell AS cell, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT t0.`customer_id` AS unit, (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286) AS cell, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) AND (t0.`joined` >= ?) AND (t0.`joined` < ?)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   string NYC
--   string it's
--   int 18
--   date 2023-10-01
--   date 2024-01-01

-- values found in the data, of rows, with a sum
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key, with a sum
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2), r.g0, r.g1, r.g2) AS turn FROM (SELECT t0.`customer_id` AS unit, t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(*) >= 10 LIMIT 100001
--   bigint 20240101
--   double 1000.0
--   int 18

-- funnel, of rows, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN CASE WHEN (t0.`consent` = TRUE) THEN CASE WHEN (t0.`spend` > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell, u.v0 AS v0 FROM (SELECT BIT_OR(CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END) AS marks, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN t0.`ltv` > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE t0.`ltv` END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, of rows, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS cell, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key, with a sum
SELECT u.cell AS cell, COUNT(*) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN 0.0E0D WHEN u.v0 > 20000.0E0D THEN 20000.0E0D ELSE u.v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT BIT_OR(CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END) AS cell, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN t0.`ltv` < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN t0.`ltv` > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE t0.`ltv` END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, of rows, with a sum
SELECT COUNT(u.c0) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0D THEN 0.0E0D WHEN u.c0v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c0v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0D THEN 0.0E0D WHEN u.c1v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c1v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0D THEN 0.0E0D WHEN u.c2v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c2v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m5 FROM (SELECT r.c0 AS c0, CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.c0 = 1 THEN r.x0 END END AS c0v0, r.c1 AS c1, CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.c1 = 1 THEN r.x0 END END AS c1v0, r.c2 AS c2, CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.c2 = 1 THEN r.x0 END END AS c2v0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 1 END AS c0, CASE WHEN (t0.`consent` = TRUE) THEN 1 END AS c1, CASE WHEN (t0.`spend` > ?) THEN 1 END AS c2, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?)) AS r) AS u
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- each condition, by key, with a sum
SELECT COUNT(u.c0) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0D THEN 0.0E0D WHEN u.c0v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c0v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0D THEN 0.0E0D WHEN u.c1v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c1v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0D THEN 0.0E0D WHEN u.c2v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c2v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m5 FROM (SELECT MAX(r.c0) AS c0, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CASE WHEN r.c0 = 1 THEN r.x0 END > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CASE WHEN r.c0 = 1 THEN r.x0 END END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS c0v0, MAX(r.c1) AS c1, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CASE WHEN r.c1 = 1 THEN r.x0 END > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CASE WHEN r.c1 = 1 THEN r.x0 END END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS c1v0, MAX(r.c2) AS c2, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CASE WHEN r.c2 = 1 THEN r.x0 END > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CASE WHEN r.c2 = 1 THEN r.x0 END END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS c2v0 FROM (SELECT t0.`customer_id` AS unit, CASE WHEN (t0.`city` = ?) THEN 1 END AS c0, CASE WHEN (t0.`consent` = TRUE) THEN 1 END AS c1, CASE WHEN (t0.`spend` > ?) THEN 1 END AS c2, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- units by key, every row read
SELECT COUNT(DISTINCT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)
--   int 18

-- valued units of rows, every row read
SELECT COUNT(CASE WHEN u.unit IS NOT NULL THEN u.v0 END) AS m0 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- valued units of rows, exact type, every row read
SELECT COUNT(CASE WHEN u.unit IS NOT NULL THEN u.v0 END) AS m0 FROM (SELECT CAST(t0.`spend` AS DOUBLE) AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum of rows, double, every row read
SELECT COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum of rows, int, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`age` AS DOUBLE) AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, int, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(r.x0 AS DECIMAL(38,0))) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`age` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, bigint, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`big` AS DOUBLE) AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, bigint, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(r.x0 AS DECIMAL(38,0))) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`big` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, decimal(12,2), every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`spend` AS DOUBLE) AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, decimal(12,2), every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(r.x0 AS DECIMAL(38,2))) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`spend` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, decimal(38,2), every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(t0.`wide` AS DOUBLE) AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, decimal(38,2), every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CAST(r.x0 AS DOUBLE) < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CAST(r.x0 AS DOUBLE) > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CAST(r.x0 AS DOUBLE) END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`wide` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- sum of rows, float, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CASE WHEN CAST(t0.`score` AS DOUBLE) BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CAST(t0.`score` AS DOUBLE) END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u
--   int 18

-- sum by key, float, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CAST(t0.`score` AS DOUBLE) AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, SUM, double, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, SUM, decimal, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(r.x0 AS DECIMAL(38,2))) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`spend` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, AVERAGE, double, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D / CAST(NULLIF(COUNT(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN r.x0 END), 0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, AVERAGE, decimal, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(TRY_SUM(CAST(r.x0 AS DECIMAL(38,2))) AS DOUBLE) / CAST(NULLIF(COUNT(r.x0), 0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`spend` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MINIMUM, double, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MIN(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN r.x0 END) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MINIMUM, decimal, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MIN(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`spend` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MAXIMUM, double, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MAX(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN r.x0 END) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- by key, MAXIMUM, decimal, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0 FROM (SELECT CAST(MAX(r.x0) AS DOUBLE) AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`spend` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- several measures of several values, every row read
SELECT COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m0, COUNT(u.unit) AS m1, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v1 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v1 END > 120.0E0D THEN 120.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v1 END END - 60.0E0D) / 60.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m2, COUNT(CASE WHEN u.unit IS NOT NULL THEN u.v0 END) AS m3 FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, CAST(MAX(r.x1) AS DOUBLE) AS v1, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0, t0.`age` AS x1 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18

-- linear bins of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0D THEN 0 WHEN u.v0 >= 19995.1171875E0D THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0D) / 20000.0E0D * 4096.0E0D) AS INT) END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- linear bins by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN u.v0 < 4.8828125E0D THEN 0 WHEN u.v0 >= 19995.1171875E0D THEN 4095 ELSE CAST(FLOOR((u.v0 - 0.0E0D) / 20000.0E0D * 4096.0E0D) AS INT) END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- stretched bins of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN u.v0 < 0.03308447723164798E0D THEN 0 WHEN u.v0 >= 19966.145757393402E0D THEN 4095 ELSE CAST(FLOOR((CASE WHEN u.v0 < 0.0E0D THEN -LN(1.0E0D + ABS(u.v0) / 19.53125E0D) ELSE LN(1.0E0D + ABS(u.v0) / 19.53125E0D) END - 0.0E0D) / 6.932447891572509E0D * 4096.0E0D) AS INT) END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- logarithmic bins by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN u.v0 = 0.0E0D THEN 2047 WHEN u.v0 > 0.0E0D THEN 2047 + CASE WHEN ABS(u.v0) < 0.00006282362284200999E0D THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21D THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30D) * 34.624680981335125E0D + 337.000000001E0D) AS INT) END ELSE 2047 - CASE WHEN ABS(u.v0) < 0.00006282362284200999E0D THEN 1 WHEN ABS(u.v0) >= 2.8079359105394787E21D THEN 2047 ELSE CAST(FLOOR(LN(ABS(u.v0) + 1.0E-30D) * 34.624680981335125E0D + 337.000000001E0D) AS INT) END END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-7.378697629483821E19D) THEN (-7.378697629483821E19D) WHEN r.x0 > 7.378697629483821E19D THEN 7.378697629483821E19D ELSE r.x0 END END * 16777216.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 5.960464477539063E-8D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u WHERE (u.cell IS NOT NULL) GROUP BY u.cell
--   int 18

-- by city, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END AS cell, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   int 18

-- by city, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   string it's

-- by consent, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`consent` = ?) THEN 0 WHEN (t0.`consent` = ?) THEN 1 WHEN (t0.`consent` IS NULL) THEN 2 ELSE 3 END AS cell, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   boolean true
--   boolean false
--   int 18

-- by consent, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`consent` = ?) THEN 0 WHEN (t0.`consent` = ?) THEN 1 WHEN (t0.`consent` IS NULL) THEN 2 ELSE 3 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   boolean true
--   boolean false

-- by bands of ages, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`age` < ?) THEN 0 WHEN (t0.`age` <= ?) THEN 1 WHEN (t0.`age` IS NULL) THEN 3 ELSE 2 END AS cell, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   int 18
--   int 64
--   int 18

-- by bands of ages, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`age` < ?) THEN 0 WHEN (t0.`age` <= ?) THEN 1 WHEN (t0.`age` IS NULL) THEN 3 ELSE 2 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   int 18
--   int 64

-- by bands of days, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`joined` < ?) THEN 0 WHEN (t0.`joined` IS NULL) THEN 2 ELSE 1 END AS cell, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   date 2024-02-29
--   int 18

-- by bands of days, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`joined` < ?) THEN 0 WHEN (t0.`joined` IS NULL) THEN 2 ELSE 1 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   date 2024-02-29

-- by DAY, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN DATEDIFF(t0.`joined`, CAST(? AS DATE)) END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   date 2025-01-01
--   date 2025-01-13
--   date 2025-01-01
--   int 18
--   date 2025-01-01
--   date 2025-01-13

-- by DAY, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN DATEDIFF(t0.`joined`, CAST(? AS DATE)) END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2025-01-13
--   date 2025-01-01
--   date 2025-01-13
--   date 2025-01-01

-- by WEEK, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN CAST(FLOOR(DATEDIFF(t0.`joined`, CAST(? AS DATE)) / 7) AS INT) END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   date 2024-01-01
--   date 2024-03-25
--   date 2024-01-01
--   int 18
--   date 2024-01-01
--   date 2024-03-25

-- by WEEK, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN CAST(FLOOR(DATEDIFF(t0.`joined`, CAST(? AS DATE)) / 7) AS INT) END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2024-01-01
--   date 2024-03-25
--   date 2024-01-01
--   date 2024-03-25
--   date 2024-01-01

-- by MONTH, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24301 END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   date 2025-01-01
--   date 2026-01-01
--   int 18
--   date 2025-01-01
--   date 2026-01-01

-- by MONTH, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24301 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2026-01-01
--   date 2025-01-01
--   date 2026-01-01

-- by QUARTER, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 4 + EXTRACT(QUARTER FROM t0.`joined`) - 8101 END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   date 2025-01-01
--   date 2028-01-01
--   int 18
--   date 2025-01-01
--   date 2028-01-01

-- by QUARTER, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 4 + EXTRACT(QUARTER FROM t0.`joined`) - 8101 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2028-01-01
--   date 2025-01-01
--   date 2028-01-01

-- by YEAR, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) - 2025 END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   date 2025-01-01
--   date 2037-01-01
--   int 18
--   date 2025-01-01
--   date 2037-01-01

-- by YEAR, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) - 2025 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2025-01-01
--   date 2037-01-01
--   date 2025-01-01
--   date 2037-01-01

-- by QUARTER of instants, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`seen` >= CAST(? AS TIMESTAMP)) AND (t0.`seen` < CAST(? AS TIMESTAMP)) THEN EXTRACT(YEAR FROM t0.`seen`) * 4 + EXTRACT(QUARTER FROM t0.`seen`) - 8096 END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`seen` >= CAST(? AS TIMESTAMP)) AND (t0.`seen` < CAST(? AS TIMESTAMP)) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2023-10-01 00:00:00.000000Z
--   string 2024-04-01 00:00:00.000000Z
--   int 18
--   string 2023-10-01 00:00:00.000000Z
--   string 2024-04-01 00:00:00.000000Z

-- by QUARTER of instants, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`seen` >= CAST(? AS TIMESTAMP)) AND (t0.`seen` < CAST(? AS TIMESTAMP)) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`seen` >= CAST(? AS TIMESTAMP)) AND (t0.`seen` < CAST(? AS TIMESTAMP)) THEN EXTRACT(YEAR FROM t0.`seen`) * 4 + EXTRACT(QUARTER FROM t0.`seen`) - 8096 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18
--   string 2023-10-01 00:00:00.000000Z
--   string 2024-04-01 00:00:00.000000Z
--   string 2023-10-01 00:00:00.000000Z
--   string 2024-04-01 00:00:00.000000Z

-- by DAY of wall clocks, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`called` >= CAST(? AS TIMESTAMP_NTZ)) AND (t0.`called` < CAST(? AS TIMESTAMP_NTZ)) THEN DATEDIFF(CAST(t0.`called` AS DATE), CAST(? AS DATE)) END AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`called` >= CAST(? AS TIMESTAMP_NTZ)) AND (t0.`called` < CAST(? AS TIMESTAMP_NTZ)) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string 2023-10-01 00:00:00.000000
--   string 2024-10-01 00:00:00.000000
--   date 2023-10-01
--   int 18
--   string 2023-10-01 00:00:00.000000
--   string 2024-10-01 00:00:00.000000

-- by DAY of wall clocks, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`called` >= CAST(? AS TIMESTAMP_NTZ)) AND (t0.`called` < CAST(? AS TIMESTAMP_NTZ)) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`called` >= CAST(? AS TIMESTAMP_NTZ)) AND (t0.`called` < CAST(? AS TIMESTAMP_NTZ)) THEN DATEDIFF(CAST(t0.`called` AS DATE), CAST(? AS DATE)) END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   string 2023-10-01 00:00:00.000000
--   string 2024-10-01 00:00:00.000000
--   string 2023-10-01 00:00:00.000000
--   string 2024-10-01 00:00:00.000000
--   date 2023-10-01

-- by month as a number, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT w0.place AS cell, CASE WHEN (t0.`age` >= ?) AND (w0.place IS NOT NULL) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 LEFT JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0.`age` = w0.period WHERE TRUE) AS u GROUP BY u.cell
--   int 18

-- by month as a number, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (w0.place IS NOT NULL) THEN t0.`customer_id` END AS unit, w0.place AS cell FROM `main`.`leads`.`customers` AS t0 LEFT JOIN (VALUES (202310, 0), (202311, 0), (202312, 0), (202401, 1), (202402, 1), (202403, 1)) AS w0 (period, place) ON t0.`age` = w0.period WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by day as a text, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT w0.place AS cell, CASE WHEN (t0.`age` >= ?) AND (w0.place IS NOT NULL) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 LEFT JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0.`city` = w0.period WHERE TRUE) AS u GROUP BY u.cell
--   int 18

-- by day as a text, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (w0.place IS NOT NULL) THEN t0.`customer_id` END AS unit, w0.place AS cell FROM `main`.`leads`.`customers` AS t0 LEFT JOIN (VALUES ('20231001', 0), ('20231002', 1), ('20231003', 2)) AS w0 (period, place) ON t0.`city` = w0.period WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u GROUP BY u.cell
--   int 18

-- by city and month, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286 END) AS cell, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   date 2023-10-01
--   date 2024-01-01
--   int 18
--   date 2023-10-01
--   date 2024-01-01

-- by city and month, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT r.cell AS cell, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286 END) AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2023-10-01
--   date 2024-01-01
--   string NYC
--   string it's
--   date 2023-10-01
--   date 2024-01-01

-- values found in the data, of rows, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0 FROM (SELECT t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2), r.g0, r.g1, r.g2) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   bigint 20240101
--   int 18
--   double 1000.0

-- days found in the data, of rows, every row read
SELECT CAST(u.g0 AS STRING) AS g0, COUNT(u.unit) AS m0 FROM (SELECT t0.`joined` AS g0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.g0 HAVING COUNT(u.unit) >= 1 LIMIT 100001
--   int 18

-- days found in the data, by key, every row read
SELECT CAST(u.g0 AS STRING) AS g0, COUNT(u.unit) AS m0 FROM (SELECT r.g0 AS g0, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.g0), r.g0) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`joined` AS g0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.g0) AS u WHERE (u.turn <= 4) GROUP BY u.g0 HAVING COUNT(u.unit) >= 1 LIMIT 100001
--   bigint 20240101
--   int 18

-- funnel, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN CASE WHEN (t0.`consent` = TRUE) THEN CASE WHEN (t0.`spend` > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell, u.unit AS unit FROM (SELECT BIT_OR(r.marks) AS marks, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS marks FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- atoms, of rows, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS cell, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0 FROM (SELECT BIT_OR(r.cell) AS cell, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS cell FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- each condition, of rows, every row read
SELECT COALESCE(COUNT_IF(((t0.`age` >= ?) AND (t0.`city` = ?))), 0) AS m0, COALESCE(COUNT_IF(((t0.`age` >= ?) AND (t0.`consent` = TRUE))), 0) AS m1, COALESCE(COUNT_IF(((t0.`age` >= ?) AND (t0.`spend` > ?))), 0) AS m2 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- each condition, by key, every row read
SELECT COUNT(u.c0) AS m0, COUNT(u.c1) AS m1, COUNT(u.c2) AS m2 FROM (SELECT MAX(r.c0) AS c0, MAX(r.c1) AS c1, MAX(r.c2) AS c2 FROM (SELECT t0.`customer_id` AS unit, CASE WHEN ((t0.`age` >= ?) AND (t0.`city` = ?)) THEN 1 END AS c0, CASE WHEN ((t0.`age` >= ?) AND (t0.`consent` = TRUE)) THEN 1 END AS c1, CASE WHEN ((t0.`age` >= ?) AND (t0.`spend` > ?)) THEN 1 END AS c2 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- by city and month, of rows, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286 END) AS cell, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   string it's
--   date 2023-10-01
--   date 2024-01-01
--   int 18
--   date 2023-10-01
--   date 2024-01-01

-- by city and month, by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT r.cell AS cell, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.cell), r.cell) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) AND (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN t0.`customer_id` END AS unit, (CASE WHEN (t0.`city` = ?) THEN 0 WHEN (t0.`city` = ?) THEN 1 WHEN (t0.`city` IS NULL) THEN 2 ELSE 3 END) * 3 + (CASE WHEN (t0.`joined` >= ?) AND (t0.`joined` < ?) THEN EXTRACT(YEAR FROM t0.`joined`) * 12 + EXTRACT(MONTH FROM t0.`joined`) - 24286 END) AS cell, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.cell) AS u WHERE (u.turn <= 4) GROUP BY u.cell
--   bigint 20240101
--   int 18
--   date 2023-10-01
--   date 2024-01-01
--   string NYC
--   string it's
--   date 2023-10-01
--   date 2024-01-01

-- values found in the data, of rows, with a sum, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   double 1000.0
--   int 18

-- values found in the data, by key, with a sum, every row read
SELECT u.g0 AS g0, CAST(u.g1 AS STRING) AS g1, u.g2 AS g2, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT r.g0 AS g0, r.g1 AS g1, r.g2 AS g2, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit, ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY XXHASH64(CAST(? AS BIGINT), r.unit, r.g0, r.g1, r.g2), r.g0, r.g1, r.g2) AS turn FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, t0.`city` AS g0, CAST(DATE_TRUNC('MONTH', t0.`seen`) AS DATE) AS g1, CASE WHEN (t0.`ltv` < ?) THEN 0 WHEN (t0.`ltv` IS NULL) THEN 2 ELSE 1 END AS g2, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit, r.g0, r.g1, r.g2) AS u WHERE (u.turn <= 4) GROUP BY u.g0, u.g1, u.g2 HAVING COUNT(u.unit) >= 10 LIMIT 100001
--   bigint 20240101
--   int 18
--   double 1000.0

-- funnel, of rows, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN CASE WHEN (t0.`consent` = TRUE) THEN CASE WHEN (t0.`spend` > ?) THEN 3 ELSE 2 END ELSE 1 END ELSE 0 END AS cell, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- funnel, by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 ELSE 3 END AS cell, u.v0 AS v0, u.unit AS unit FROM (SELECT BIT_OR(r.marks) AS marks, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS marks, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- atoms, of rows, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS cell, CASE WHEN t0.`ltv` BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN t0.`ltv` END AS v0, CASE WHEN (t0.`age` >= ?) THEN 1 END AS unit FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS u GROUP BY u.cell
--   string NYC
--   decimal(12,2) 100.00
--   int 18

-- atoms, by key, with a sum, every row read
SELECT u.cell AS cell, COUNT(u.unit) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END < 0.0E0D THEN 0.0E0D WHEN CASE WHEN u.unit IS NOT NULL THEN u.v0 END > 20000.0E0D THEN 20000.0E0D ELSE CASE WHEN u.unit IS NOT NULL THEN u.v0 END END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1 FROM (SELECT BIT_OR(r.cell) AS cell, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN r.x0 BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.x0 < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN r.x0 > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE r.x0 END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS v0, r.unit AS unit FROM (SELECT CASE WHEN (t0.`age` >= ?) THEN t0.`customer_id` END AS unit, CASE WHEN (t0.`city` = ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`consent` = TRUE) THEN 2 ELSE 0 END + CASE WHEN (t0.`spend` > ?) THEN 4 ELSE 0 END AS cell, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u GROUP BY u.cell
--   int 18
--   string NYC
--   decimal(12,2) 100.00

-- each condition, of rows, with a sum, every row read
SELECT COUNT(u.c0) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0D THEN 0.0E0D WHEN u.c0v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c0v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0D THEN 0.0E0D WHEN u.c1v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c1v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0D THEN 0.0E0D WHEN u.c2v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c2v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m5 FROM (SELECT r.c0 AS c0, CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.c0 = 1 THEN r.x0 END END AS c0v0, r.c1 AS c1, CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.c1 = 1 THEN r.x0 END END AS c1v0, r.c2 AS c2, CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN r.c2 = 1 THEN r.x0 END END AS c2v0 FROM (SELECT CASE WHEN ((t0.`age` >= ?) AND (t0.`city` = ?)) THEN 1 END AS c0, CASE WHEN ((t0.`age` >= ?) AND (t0.`consent` = TRUE)) THEN 1 END AS c1, CASE WHEN ((t0.`age` >= ?) AND (t0.`spend` > ?)) THEN 1 END AS c2, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE) AS r) AS u
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- each condition, by key, with a sum, every row read
SELECT COUNT(u.c0) AS m0, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c0v0 < 0.0E0D THEN 0.0E0D WHEN u.c0v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c0v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m1, COUNT(u.c1) AS m2, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c1v0 < 0.0E0D THEN 0.0E0D WHEN u.c1v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c1v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m3, COUNT(u.c2) AS m4, COALESCE(TRY_SUM(CAST(CAST(FLOOR((CASE WHEN u.c2v0 < 0.0E0D THEN 0.0E0D WHEN u.c2v0 > 20000.0E0D THEN 20000.0E0D ELSE u.c2v0 END - 10000.0E0D) / 10000.0E0D * 1048576.0E0D + 0.5E0D) AS BIGINT) AS DECIMAL(38,0))), 0) AS m5 FROM (SELECT MAX(r.c0) AS c0, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CASE WHEN r.c0 = 1 THEN r.x0 END < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CASE WHEN r.c0 = 1 THEN r.x0 END > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CASE WHEN r.c0 = 1 THEN r.x0 END END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS c0v0, MAX(r.c1) AS c1, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CASE WHEN r.c1 = 1 THEN r.x0 END < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CASE WHEN r.c1 = 1 THEN r.x0 END > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CASE WHEN r.c1 = 1 THEN r.x0 END END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS c1v0, MAX(r.c2) AS c2, CAST(TRY_SUM(CAST(CAST(ROUND(CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END BETWEEN (-1.7976931348623157E308D) AND 1.7976931348623157E308D THEN CASE WHEN CASE WHEN r.c2 = 1 THEN r.x0 END < (-4.722366482869645E21D) THEN (-4.722366482869645E21D) WHEN CASE WHEN r.c2 = 1 THEN r.x0 END > 4.722366482869645E21D THEN 4.722366482869645E21D ELSE CASE WHEN r.c2 = 1 THEN r.x0 END END END * 262144.0E0D) AS DECIMAL(38,0)) AS DECIMAL(38,0))) AS DOUBLE) * 0.000003814697265625E0D AS c2v0 FROM (SELECT t0.`customer_id` AS unit, CASE WHEN ((t0.`age` >= ?) AND (t0.`city` = ?)) THEN 1 END AS c0, CASE WHEN ((t0.`age` >= ?) AND (t0.`consent` = TRUE)) THEN 1 END AS c1, CASE WHEN ((t0.`age` >= ?) AND (t0.`spend` > ?)) THEN 1 END AS c2, t0.`ltv` AS x0 FROM `main`.`leads`.`customers` AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)) AS r GROUP BY r.unit) AS u
--   int 18
--   string NYC
--   int 18
--   int 18
--   decimal(12,2) 100.00

-- a row of a related table
SELECT COUNT(DISTINCT t0.`customer_id`) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`age` >= ?)), 0) AS c0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE (t0.`leadgen related rows 0` >= ?) AND (t0.`customer_id` IS NOT NULL)
--   int 18
--   bigint 1

-- a row of a related table, hidden
SELECT COUNT(DISTINCT CASE WHEN (t0.`leadgen related rows 0` >= ?) THEN t0.`customer_id` END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`age` >= ?)), 0) AS c0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)
--   bigint 1
--   int 18

-- no row of a related table
SELECT COUNT(DISTINCT t0.`customer_id`) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`city` = ?)), 0) AS c0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE (t0.`leadgen related rows 0` = ?) AND (t0.`customer_id` IS NOT NULL)
--   string Bonn
--   bigint 0

-- no row of a related table, hidden
SELECT COUNT(DISTINCT CASE WHEN (t0.`leadgen related rows 0` = ?) THEN t0.`customer_id` END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`city` = ?)), 0) AS c0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)
--   bigint 0
--   string Bonn

-- rows of related tables, compared
SELECT COUNT(DISTINCT t0.`customer_id`) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0`, COALESCE(j0.c1, 0) AS `leadgen related rows 1`, COALESCE(j0.c2, 0) AS `leadgen related rows 2` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`age` >= ?)), 0) AS c0, COALESCE(COUNT_IF((t0.`city` = ?)), 0) AS c1, COALESCE(COUNT_IF(TRUE), 0) AS c2 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE ((t0.`leadgen related rows 0` > t0.`leadgen related rows 1`) AND (t0.`leadgen related rows 2` < ?)) AND (t0.`customer_id` IS NOT NULL)
--   int 18
--   string Bonn
--   bigint 4

-- rows of related tables, compared, hidden
SELECT COUNT(DISTINCT CASE WHEN ((t0.`leadgen related rows 0` > t0.`leadgen related rows 1`) AND (t0.`leadgen related rows 2` < ?)) THEN t0.`customer_id` END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0`, COALESCE(j0.c1, 0) AS `leadgen related rows 1`, COALESCE(j0.c2, 0) AS `leadgen related rows 2` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`age` >= ?)), 0) AS c0, COALESCE(COUNT_IF((t0.`city` = ?)), 0) AS c1, COALESCE(COUNT_IF(TRUE), 0) AS c2 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)
--   bigint 4
--   int 18
--   string Bonn

-- rows in a partition of a related table
SELECT COUNT(DISTINCT t0.`customer_id`) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF(((t0.`tiny` >= ?) AND (t0.`consent` = TRUE))), 0) AS c0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) AND (((t0.`tiny` >= ?))) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE (t0.`leadgen related rows 0` >= ?) AND (t0.`customer_id` IS NOT NULL)
--   tinyint 1
--   tinyint 1
--   bigint 2

-- rows in a partition of a related table, hidden
SELECT COUNT(DISTINCT CASE WHEN (t0.`leadgen related rows 0` >= ?) THEN t0.`customer_id` END) AS m0 FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF(((t0.`tiny` >= ?) AND (t0.`consent` = TRUE))), 0) AS c0 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) AND (((t0.`tiny` >= ?))) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE TRUE AND (t0.`customer_id` IS NOT NULL)
--   bigint 2
--   tinyint 1
--   tinyint 1

-- a funnel with rows of related tables
SELECT u.cell AS cell, COUNT(*) AS m0 FROM (SELECT CASE WHEN MOD(u.marks, 2) < 1 THEN 0 WHEN MOD(u.marks, 4) < 3 THEN 1 WHEN MOD(u.marks, 8) < 7 THEN 2 WHEN MOD(u.marks, 16) < 15 THEN 3 ELSE 4 END AS cell FROM (SELECT BIT_OR(CASE WHEN (t0.`leadgen related rows 0` >= ?) THEN 1 ELSE 0 END + CASE WHEN (t0.`leadgen related rows 1` = ?) THEN 2 ELSE 0 END + CASE WHEN ((t0.`leadgen related rows 0` > t0.`leadgen related rows 1`) AND (t0.`leadgen related rows 2` < ?)) THEN 4 ELSE 0 END + CASE WHEN (t0.`leadgen related rows 3` >= ?) THEN 8 ELSE 0 END) AS marks FROM (SELECT s0.*, COALESCE(j0.c0, 0) AS `leadgen related rows 0`, COALESCE(j0.c1, 0) AS `leadgen related rows 1`, COALESCE(j0.c2, 0) AS `leadgen related rows 2`, COALESCE(j0.c3, 0) AS `leadgen related rows 3` FROM `main`.`leads`.`customers` AS s0 LEFT JOIN (SELECT t0.`customer_id` AS unit, COALESCE(COUNT_IF((t0.`age` >= ?)), 0) AS c0, COALESCE(COUNT_IF((t0.`city` = ?)), 0) AS c1, COALESCE(COUNT_IF(TRUE), 0) AS c2, COALESCE(COUNT_IF(((t0.`tiny` >= ?) AND (t0.`consent` = TRUE))), 0) AS c3 FROM `main`.`leads`.`customers` AS t0 WHERE (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS j0 ON j0.unit = s0.`customer_id`) AS t0 WHERE (t0.`age` >= ?) AND (t0.`customer_id` IS NOT NULL) GROUP BY t0.`customer_id`) AS u) AS u GROUP BY u.cell
--   bigint 1
--   bigint 0
--   bigint 4
--   bigint 2
--   int 18
--   string Bonn
--   tinyint 1
--   int 18

