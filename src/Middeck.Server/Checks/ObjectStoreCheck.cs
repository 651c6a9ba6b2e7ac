using Middeck.Operations.Checks;
using Middeck.Operations.Language;
using Middeck.Storage.Objects;

namespace Middeck.Server.Checks;

/// <summary>Whether files can be written, read and removed.</summary>
internal sealed class ObjectStoreCheck() : PlatformCheck<IObjectStore>(
    "objects", new Message("Files can be written and read", "文件可以读写"), isReadiness: true, needsDatabase: false)
{
    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, IObjectStore store, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(scene.Home.Root))
        {
            // A look must not make folders.
            return [];
        }

        try
        {
            await store.CheckAsync(cancellationToken);
            return [];
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return [new Finding(
                "objects.failing",
                Severity.Critical,
                new Message(
                    $"Files cannot be written and read: {Message.Sentence(ex.Message)} Look at the section objects of the configuration.",
                    $"文件无法读写：{Message.Quote(ex.Message)}。请检查配置中的 objects 部分。"),
                $"$EDITOR {scene.Home.ConfigurationFile}")];
        }
    }
}
