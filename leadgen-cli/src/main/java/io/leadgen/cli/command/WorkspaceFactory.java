package io.leadgen.cli.command;

import io.leadgen.cli.command.option.Workspace;
import java.lang.reflect.Constructor;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands. A command that reads local files takes a {@link Workspace} as its only constructor parameter. */
record WorkspaceFactory(Workspace workspace) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (List.of(constructor.getParameterTypes()).equals(List.of(Workspace.class))) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(workspace));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
