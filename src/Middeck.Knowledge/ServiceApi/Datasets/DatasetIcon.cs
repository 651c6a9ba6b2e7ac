namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>How Dify's console draws a dataset.</summary>
internal sealed record DatasetIcon(string IconType, string Icon, string IconBackground, string IconUrl)
{
    public static DatasetIcon Default { get; } = new("emoji", "📙", "#FFF4ED", "");
}
