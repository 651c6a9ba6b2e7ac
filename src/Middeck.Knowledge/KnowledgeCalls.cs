using Middeck.Core.Security;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge;

/// <summary>For whom this room calls models, as the usage rows tell it.</summary>
internal static class KnowledgeCalls
{
    private const string Source = "knowledge";

    public static ModelCaller By(Caller caller)
        => new(caller.WorkspaceId, Source, UserId: caller.UserId, KeyId: caller.KeyId);

    public static ModelCaller ByJob(Guid workspaceId, Guid? userId, Guid jobId)
        => new(workspaceId, Source, UserId: userId, RunId: jobId);
}
