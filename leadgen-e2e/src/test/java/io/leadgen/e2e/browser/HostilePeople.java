package io.leadgen.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Six thousand invented people, one of whose plans is called like a tag that runs a script. */
final class HostilePeople {
    static final String HOSTILE = "<img src=x onerror=document.title=1>";

    private static final String CONFIG = """
            warehouse: {embedded: {tables: {main.leads.people: people.csv}}}
            privacy:
              tables:
                main.leads.people:
                  unit: uid
                  rows_are_people: true
                  require: "age < 200"
                  columns:
                    age: {bounds: [18, 90]}
                    plan: {values: ["%s", basic, "משפחה"]}
            """.formatted(HOSTILE);

    private HostilePeople() {}

    /** Writes them into a folder, and gives the configuration that serves them. */
    static Path in(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("uid,age,plan,joined\n");
        Random random = new Random(5);
        for (int i = 0; i < 6_000; i++) {
            rows.append("u%d,%d,\"%s\",2026-%02d-%02d%n"
                    .formatted(
                            i,
                            18 + random.nextInt(60),
                            i % 3 == 0 ? HOSTILE : i % 3 == 1 ? "basic" : "משפחה",
                            1 + i % 10,
                            1 + i % 28));
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        return Files.writeString(folder.resolve("config.yml"), CONFIG);
    }
}
