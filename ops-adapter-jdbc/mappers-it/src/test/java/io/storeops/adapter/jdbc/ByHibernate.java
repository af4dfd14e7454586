package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/** Hibernate as its manual says for bulk work: a stateless session, batches of 1,000 by JDBC, keys assigned. */
final class ByHibernate implements FigureKeeper, AutoCloseable {
    private static final int BATCH = 1000;

    private final SessionFactory sessions;

    ByHibernate(DataSource source) throws SQLException {
        define(source);
        Configuration configuration = new Configuration().addAnnotatedClass(MappedFigure.class);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        this.sessions = configuration
                .setProperty("hibernate.jdbc.batch_size", String.valueOf(BATCH))
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .buildSessionFactory();
    }

    /** The same columns, types and key as the storage's table. */
    private static void define(DataSource source) throws SQLException {
        TableShape shape = TableShape.of(Figure.TABLE);
        List<TableShape.ColumnShape> columns = shape.columns().stream()
                .map(column -> new TableShape.ColumnShape(
                        renamed(column.name()), column.type(), column.optional(), column.comment()))
                .toList();
        List<String> key = shape.key().stream().map(ByHibernate::renamed).toList();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    new Definitions(Dialects.of(connection.getMetaData()), SqlNames.of(connection.getMetaData()))
                            .of(new TableShape(MappedFigure.TABLE, columns, key, List.of()))
                            .get(0));
        }
    }

    private static String renamed(String column) {
        return column.equals("day") ? MappedFigure.DAY : column;
    }

    @Override
    public void append(List<Figure> day) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            session.beginTransaction();
            session.insertMultiple(day.stream().map(MappedFigure::of).toList());
            session.getTransaction().commit();
        }
    }

    @Override
    public List<MappedFigure> day(StoreId store, LocalDate day) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.createSelectionQuery(
                            "from MappedFigure where store = :store and day = :day"
                                    + " order by store, day, kind, item, slot, version",
                            MappedFigure.class)
                    .setParameter("store", store.value())
                    .setParameter("day", day)
                    .getResultList();
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
