import type { AttachmentLink } from '@zhanqun/content';
import { SanitizedHtml } from '@zhanqun/theming';

const html = (text: string): SanitizedHtml => SanitizedHtml.fromSanitizer(text);

export const newsBody = html(`
<p>2月26日，县政府召开第十二次常务会议，研究部署秋冬农田水利建设、城镇老旧小区改造和政府网站管理等工作。县长主持会议并讲话，县政府有关领导出席。</p>
<figure><img src="/_files/scene-2.svg" alt="东山水库大坝" width="960" height="600"><figcaption>东山水库除险加固工程现场。融媒体中心供图</figcaption></figure>
<p>会议指出，农田水利是粮食生产的命脉。各乡镇、各部门要抓住冬春有利时机，<strong>以水库除险加固、灌区配套和高标准农田建设为重点</strong>，倒排工期，挂图作战，确保春耕前全部投入使用。项目进展情况可在<a href="https://www.example.com/project">工程建设信息平台</a>查询。</p>
<h2>一、主要任务</h2>
<p>会议明确了三项主要任务，并逐项落实责任单位和完成时限，具体安排见下表：</p>
<table><caption>2026年秋冬水利建设任务表</caption>
<thead><tr><th>项目名称</th><th>建设内容</th><th>责任单位</th><th>完成时限</th><th>总投资（万元）</th><th>资金来源</th></tr></thead>
<tbody>
<tr><td>东山水库除险加固</td><td>坝体防渗、溢洪道改造、启闭设备更换</td><td>县水利局</td><td>2026-03-31</td><td>1,860</td><td>中央、省级补助</td></tr>
<tr><td>清水灌区配套改造</td><td>渠道衬砌 12.6 公里，新建量水设施 8 处</td><td>清水镇人民政府</td><td>2026-04-15</td><td>940</td><td>省级补助、县级配套</td></tr>
<tr><td>龙潭河堤防加固</td><td>护岸 3.2 公里</td><td>龙潭镇人民政府</td><td>2026-04-30</td><td>680</td><td>县级财政</td></tr>
</tbody></table>
<h2>二、工作要求</h2>
<ul><li>严格工程质量和施工安全，落实项目法人责任制；</li><li>资金使用情况全程公开，接受群众监督；</li><li>及时发布施工信息，方便群众出行。</li></ul>
<p>会议强调，要把政府网站作为联系群众的第一平台，内容及时更新，群众留言按期答复，发现问题立即整改。</p>
<p>会议还研究了其他事项。</p>`);

export const shortBody = html(`
<p>示范县地处丘陵，辖九个乡镇（街道），常住人口四十二万。<a href="/zjbd/">了解更多</a></p>
<ul><li>国家卫生县城</li><li>全国农村产业融合发展示范园所在县</li></ul>`);

export const policyBody = html(`
<p class="no-indent">各乡镇人民政府、街道办事处，县政府各部门、各直属机构：</p>
<p>现将《示范县政府网站管理办法》印发给你们，请认真贯彻执行。</p>
<p class="align-right">示范县人民政府</p>
<p class="align-right">2026年2月24日</p>
<h2>示范县政府网站管理办法</h2>
<h3>第一章　总　则</h3>
<p>第一条　为规范全县政府网站的建设、运行和管理，提高政府信息公开和网上服务水平，根据国家有关规定，结合本县实际，制定本办法。</p>
<p>第二条　本办法所称政府网站，是指县人民政府门户网站以及县政府部门、乡镇人民政府在互联网上开办的，具备信息发布、解读回应、办事服务、互动交流等功能的网站。</p>
<p>第三条　政府网站建设管理坚持统一规划、分级负责、集约节约、安全可靠的原则。县政府办公室是全县政府网站的主管单位，负责推进、指导、监督全县政府网站建设和发展。</p>
<h3>第二章　内容保障</h3>
<p>第四条　动态、要闻类信息每两周至少更新一次；通知公告、政策文件类信息每六个月至少更新一次。内容发布实行初审、复审、终审三级审核。</p>
<p>第五条　网站转载信息应当注明来源，主要转载权威媒体发布的信息。</p>
<h3>第三章　附　则</h3>
<p>第六条　本办法自2026年4月1日起施行，有效期五年。</p>`);

export const attachments: AttachmentLink[] = [
  { label: '示范县政府网站管理办法（全文）', url: '/_files/2026/02/bf.pdf', format: 'PDF', bytes: 486_211 },
  { label: '政府网站栏目责任清单.xlsx', url: '/_files/2026/02/qd.xlsx', format: 'XLSX', bytes: 38_402 },
];
