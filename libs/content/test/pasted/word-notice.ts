/** As Word 2019 puts a notice on the clipboard: conditional comments, numbered paragraphs, VML beside the picture. */
export const wordNotice = String.raw`<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/wangfang/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋_GB2312; panose-1:2 1 6 9 6 1 1 1 1 1;}
 /* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; mso-style-qformat:yes; margin:0cm; text-align:justify; font-size:10.5pt; font-family:等线;}
h1 {mso-style-priority:9; mso-style-link:"标题 1 字符"; mso-outline-level:1; font-size:22.0pt;}
p.MsoTitle {mso-style-name:标题; text-align:center; mso-outline-level:1;}
p.a0 {mso-style-name:"公文标题2"; mso-outline-level:2; font-family:楷体;}
 /* List Definitions */
@list l0 {mso-list-id:1234; mso-list-type:hybrid;}
@list l0:level1 {mso-level-text:"%1\."; mso-level-tab-stop:none;}
@list l0:level2 {mso-level-number-format:bullet; mso-level-text:; font-family:Wingdings;}
@list l1:level1 {mso-level-number-format:chinese-counting; mso-level-text:"%1、";}
-->
</style>
</head>
<body lang=ZH-CN style='tab-interval:21.0pt'>
<!--StartFragment-->
<p class=MsoTitle><span style='font-family:方正小标宋简体;mso-hansi-font-family:方正小标宋简体'>关于开展冬春季农田水利建设的通知<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US style='font-size:16.0pt'><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal align=left style='text-align:left'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>各村民委员会，镇直各单位：<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>为做好冬春季农田水利建设，<b style='mso-bidi-font-weight:normal'>现将有关事项</b>通知如下。<span lang=EN-US><o:p></o:p></span></span></p>
<h1 style='text-indent:32pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><b>总体要求</b><span lang=EN-US><o:p></o:p></span></h1>
<p class=a0 style='text-indent:32pt'><span style='font-family:楷体'>（一）建设重点<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-bidi-font-family:等线'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>山塘清淤；<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>Ø<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>石桥水库<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>渠道<span style='color:red'>防渗</span>。<span lang=EN-US><o:p></o:p></span></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=184 valign=top style='width:138.25pt;border:solid windowtext 1.0pt'><p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:12pt'>村名<o:p></o:p></span></b></p></td>
  <td width=184 valign=top><p class=MsoNormal align=center style='text-align:center'><b>任务（处）</b></p></td>
  <td width=184 valign=top><p class=MsoNormal align=center style='text-align:center'><b>完成时限</b></p></td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=184 rowspan=2><p class=MsoNormal>石桥村</p></td>
  <td width=184><p class=MsoNormal align=center style='text-align:center'>3</p></td>
  <td width=184><p class=MsoNormal>12月底</p></td>
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>
  <td width=368 colspan=2><p class=MsoNormal>其中山塘 2 处<span lang=EN-US><o:p></o:p></span></p></td>
 </tr>
</table>
<p class=MsoNormal align=center style='text-align:center'><!--[if gte vml 1]><v:shapetype id="_x0000_t75" coordsize="21600,21600"></v:shapetype><v:shape id="图片_x0020_1" style='width:415pt;height:276pt'><v:imagedata src="file:///C:/Users/wangfang/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title="现场"/></v:shape><![endif]--><![if !vml]><img width=554 height=369 src="file:///C:/Users/wangfang/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" alt="图片 1" v:shapes="图片_x0020_1"><![endif]></p>
<p class=MsoNormal style='text-indent:32.0pt'>详见<a href="file:///C:/Users/wangfang/方案.docx">方案</a>，或访问<a href="https://www.example.gov.cn/"><span class=MsoHyperlink>门户网站</span></a>。<span class=MsoCommentReference><span lang=EN-US><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[王芳1]</a></span></span><del cite="mailto:wang" datetime="2026-03-01T10:00">旧话</del></p>
<p class=MsoNormal align=right style='text-align:right'>清水镇人民政府&nbsp;&nbsp;&nbsp;&nbsp;</p>
<p class=MsoNormal><span lang=EN-US>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; 2026</span>年<span lang=EN-US>3</span>月<span lang=EN-US>5</span>日</p>
<p class=MsoNormal style='display:none;mso-hide:all'>内部联系人：王芳</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>请核对</p></div></div>
<!--EndFragment-->
</body>
</html>`;
