using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Http.Configuration;

namespace Middeck.Knowledge.Sources.Folders;

/// <summary>The folders of the server that the operator lets sources read. Everything else is refused, whatever links lead there.</summary>
internal sealed class AllowedFolders(IOptions<KnowledgeOptions> options)
{
    /// <summary>The real path of a folder, and of the allowed folder that it lies in.</summary>
    /// <exception cref="FaultException"><c>knowledge.folder_not_allowed</c>, also when there is no such folder outside.</exception>
    public (string Folder, string Allowed) Open(Guid workspaceId, string path)
    {
        if (!Path.IsPathRooted(path) || path.Contains('\0'))
        {
            throw SourceFaults.Invalid(
                "knowledge.folder_not_absolute", "Give the folder's absolute path on the server.", "settings.folder.path");
        }

        foreach (var allowed in WorkspaceEntries.For(options.Value.SourceFolders, workspaceId))
        {
            // The written path lies in it too: what is asked for outside is not even looked at.
            if (!RealPath.IsWithin(Path.GetFullPath(allowed), Path.GetFullPath(path)))
            {
                continue;
            }

            if (RealPath.Of(allowed) is not { } root || RealPath.Of(path) is not { } folder || !Directory.Exists(folder))
            {
                throw SourceFaults.Unavailable(
                    "knowledge.folder_missing",
                    $"There is no folder '{path}' on the server. It may not be mounted. Nothing was removed.");
            }

            if (RealPath.IsWithin(root, folder))
            {
                return (folder, root);
            }
        }

        throw SourceFaults.Invalid(
            "knowledge.folder_not_allowed",
            $"The operator has not allowed sources to read '{path}'. Folders are allowed by knowledge.source_folders.",
            "settings.folder.path");
    }
}
