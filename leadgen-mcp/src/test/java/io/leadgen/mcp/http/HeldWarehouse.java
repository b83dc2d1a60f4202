package io.leadgen.mcp.http;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A warehouse that answers a question when a test lets it, or stops when it is cancelled. */
final class HeldWarehouse implements Warehouse {
    private static final int PATIENCE = 30;

    private final Warehouse warehouse;
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore stopped = new Semaphore(0);
    private final Semaphore let = new Semaphore(0);
    private volatile boolean down;

    HeldWarehouse(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Returns when a question has come here. */
    boolean hasBegun() throws InterruptedException {
        return begun.tryAcquire(PATIENCE, TimeUnit.SECONDS);
    }

    /** Returns when a question was cancelled here. */
    boolean hasStopped() throws InterruptedException {
        return stopped.tryAcquire(PATIENCE, TimeUnit.SECONDS);
    }

    boolean hasStoppedAny() {
        return stopped.availablePermits() > 0;
    }

    /** Lets one question pass. */
    void letOne() {
        let.release();
    }

    void goesDown(boolean isDown) {
        down = isDown;
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        CountDownLatch end = new CountDownLatch(1);
        begun.release();
        try (Cancellation.Registration waiting = cancellation.onCancel(end::countDown)) {
            while (!let.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                if (end.getCount() == 0) {
                    stopped.release();
                    throw LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
                }
            }
            assert waiting != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
        }
        return warehouse.aggregate(query, cancellation);
    }

    @Override
    public List<String> catalogs() {
        if (down) {
            throw LeadgenException.of(ErrorCode.WAREHOUSE_UNAVAILABLE, "The warehouse did not answer");
        }
        return warehouse.catalogs();
    }

    @Override
    public List<String> schemas(String catalog) {
        return warehouse.schemas(catalog);
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return warehouse.tables(catalog, schema);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return warehouse.describe(table);
    }

    @Override
    public String explain(AggregateQuery query) {
        return warehouse.explain(query);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
