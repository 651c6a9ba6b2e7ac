using Middeck.Operations.Checks;
using Middeck.Operations.Language;
using Middeck.Storage.Schema;

namespace Middeck.Server.Checks;

/// <summary>Whether the database's schema is the one of this program.</summary>
internal sealed class SchemaCheck() : PlatformCheck<Migrator>(
    "schema", new Message("The schema fits this version", "数据库结构与当前版本一致"), isReadiness: true)
{
    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, Migrator migrator, CancellationToken cancellationToken)
    {
        var state = await migrator.CompareAsync(cancellationToken);
        return
        [
            .. state.Newer.Select(room => new Finding(
                "schema.newer",
                Severity.Critical,
                new Message(
                    $"The schema '{room}' was made by a newer version; this one cannot work with it.",
                    $"数据库结构 {room} 由更新的版本创建，当前版本无法使用。"),
                "middeck upgrade")),
            .. state.Edited.Select(file => new Finding(
                "schema.edited",
                Severity.Critical,
                new Message(
                    $"The migration {file} was applied in another form than this version has.",
                    $"迁移 {file} 已应用的内容与当前版本不一致。"),
                "middeck backup list")),
            .. state.Missing.Count == 0 ? [] : new[] { Behind(migrator, state) },
        ];
    }

    private static Finding Behind(Migrator migrator, SchemaState state) => new(
        "schema.behind",
        Severity.Warning,
        new Message(
            $"{state.Missing.Count} migrations are not applied yet, the first is {state.Missing[0]}; the next start applies them.",
            $"有 {state.Missing.Count} 个迁移尚未应用，首个为 {state.Missing[0]}，下次启动时会应用。"),
        "middeck up")
    {
        Repair = new Repair(
            new Message("Apply them now? Make a backup first.", "现在应用？请先备份。"),
            (_, cancellationToken) => migrator.MigrateAsync(cancellationToken)),
    };
}
