using System.Globalization;
using Middeck.Knowledge.Tags;

namespace Middeck.Knowledge.ServiceApi.Tags;

/// <summary>A tag as Dify's clients see it; its count is a text there.</summary>
internal sealed record ShownTag(Guid Id, string Name, string Type, string BindingCount)
{
    public static ShownTag Of(KnowledgeTag tag)
        => new(tag.Id, tag.Name, "knowledge", tag.BindingCount.ToString(CultureInfo.InvariantCulture));
}
