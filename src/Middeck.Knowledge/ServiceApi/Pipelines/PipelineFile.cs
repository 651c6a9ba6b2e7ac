namespace Middeck.Knowledge.ServiceApi.Pipelines;

/// <summary>A file that was sent for a pipeline; its time is a text in Dify.</summary>
internal sealed record PipelineFile(
    Guid Id, string Name, long Size, string Extension, string MimeType, Guid? CreatedBy, DateTimeOffset CreatedAt);
