using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Middeck.Architecture.Tests.Reference;

/// <summary>The summaries of members, from the documentation files beside the assemblies.</summary>
internal static partial class XmlSummaries
{
    public static string Of(PropertyInfo property) => Of(property, 'P');

    public static string Of(FieldInfo field) => Of(field, 'F');

    private static string Of(MemberInfo member, char kind)
    {
        var file = Path.ChangeExtension(member.DeclaringType!.Assembly.Location, ".xml");
        var name = $"{kind}:{member.DeclaringType.FullName}.{member.Name}";
        var summary = XDocument.Load(file).Descendants("member")
            .FirstOrDefault(element => element.Attribute("name")?.Value == name)?.Element("summary");
        return summary is null ? "" : Space().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")?.Value.Split('.').Last()}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
