using Middeck.Knowledge.Tags;

namespace Middeck.Knowledge.ServiceApi.Tags;

/// <summary>The tags of one dataset.</summary>
internal sealed record DatasetTags(IReadOnlyList<TagName> Data, int Total);
