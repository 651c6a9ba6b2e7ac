using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class LineUnwrapperTests
{
    [Theory]
    [InlineData("建筑内的疏散走道和消防\n通道应保持畅通", "建筑内的疏散走道和消防通道应保持畅通")]
    [InlineData("the width of an escape\nroute is measured", "the width of an escape route is measured")]
    [InlineData("the width of an exam-\nple route is measured", "the width of an example route is measured")]
    [InlineData("Chapter 1\nThe width of an escape route is measured", "Chapter 1\nThe width of an escape route is measured")]
    [InlineData("the width of an escape route\n\nanother paragraph begins here", "the width of an escape route\n\nanother paragraph begins here")]
    [InlineData("it consists of many things such as\n1. doors that open to the outside", "it consists of many things such as\n1. doors that open to the outside")]
    [InlineData("感温火灾探测器的安装间距不应超过\n10 m；感烟火灾探测器的安装间距", "感温火灾探测器的安装间距不应超过10 m；感烟火灾探测器的安装间距")]
    [InlineData("感烟火灾探测器的安装间距应当确定\n6.2.4 在宽度小于三米的内走道顶棚上", "感烟火灾探测器的安装间距应当确定\n6.2.4 在宽度小于三米的内走道顶棚上")]
    public void Lines_of_a_paragraph_are_joined_and_borders_stay(string page, string expected)
        => Assert.Equal(expected, LineUnwrapper.Unwrap(page));
}
